import type { RitzValue } from "../analysis/arnoldi";
import { decayOf } from "../analysis/decay";
import { norm, plus } from "../analysis/vector";
import type { Lab, StateRef } from "../lab/lab";
import { problemOf } from "../tasks";
import type { Experiment, Running } from "./experiment";
import { costOfPolish, fixedPointOf } from "./fixedPoint";
import { damped, modulus, spectrumAt } from "./jacobian";
import { perturb } from "./perturbation";

/** The leading eigenvalues at the fixed point of a state, and the contraction they predict held against the measured one. */
export interface StabilityRequest {
  readonly kind: "stability";
  readonly origin: StateRef;
  /** Products with the Jacobian at most. */
  readonly steps: number;
}

export interface StabilityPartial {
  /** Eigenvalues of the damped map's Jacobian, largest modulus first; null where the state runs into no fixed point. */
  readonly eigenvalues: readonly RitzValue[] | null;
  /** Products with the Jacobian so far. */
  readonly products: number;
  /** Residuals of a state pushed off the fixed point in the direction that dies out last, by iteration from 1. */
  readonly residuals: readonly number[];
}

export interface StabilityResult extends StabilityPartial {
  /** Factor per iteration by which differences shrink in the end: modulus of the leading eigenvalue. NaN without one. */
  readonly predicted: number;
  /** The same, from the residuals of the pushed state; null where they never ran straight. */
  readonly measured: number | null;
  /** Residual of the fixed point; NaN without one. */
  readonly residual: number;
}

/** Length of a push off the fixed point, relative to it. */
const PUSH = 0.1;
/** Iterations in which the fast directions die out; what is left of the push is then scaled to its first length again. */
const SORT_DEPTH = 32;
/** Iterations that the decay is measured over. */
const PUSH_DEPTH = 64;
/** Eigenvalues that are shown. */
const SHOWN = 12;

export const stability: Experiment<StabilityRequest, StabilityPartial, StabilityResult> = {
  kind: "stability",
  cost,
  run,
};

function cost({ origin, steps }: StabilityRequest): number {
  return costOfPolish(origin) + 2 * steps + SORT_DEPTH + PUSH_DEPTH;
}

async function* run(lab: Lab, request: StabilityRequest): Running<StabilityPartial, StabilityResult> {
  const { origin, steps } = request;
  const { lambda, seed } = origin.recipe;
  const { input } = problemOf(origin.recipe);
  const inputs = [input] as const;
  const total = cost(request);
  const fixed = yield* fixedPointOf(lab, origin);
  if (!fixed)
    return {
      eigenvalues: null,
      products: 0,
      residuals: [],
      predicted: Number.NaN,
      measured: null,
      residual: Number.NaN,
    };
  let eigenvalues: RitzValue[] = [];
  let products = 0;
  const spectrum = spectrumAt(lab, { inputs, lambda, state: fixed.state, seed, steps });
  for await (const values of spectrum) {
    products++;
    eigenvalues = values.map((value) => damped(value, lambda)).sort((a, b) => modulus(b) - modulus(a));
    yield { done: lab.spent, total, partial: { eigenvalues: eigenvalues.slice(0, SHOWN), products, residuals: [] } };
  }
  const shown = eigenvalues.slice(0, SHOWN);
  const residuals: number[] = [];
  const { trajectory, k } = origin;
  const push = { kind: "noise", size: PUSH, cells: null } as const;
  const pushed = perturb(fixed.state, push, { seed, trajectory, k, draw: 0, cells: input.length });
  const batch = lab.batch([pushed], { inputs, lambda });
  while (batch.k < SORT_DEPTH) {
    await batch.advance(SORT_DEPTH - batch.k);
    yield null;
  }
  const [sorted = pushed] = await batch.read();
  const left = plus(sorted, fixed.state, -1);
  batch.become([plus(fixed.state, left, (PUSH * norm(fixed.state)) / (norm(left) || 1))]);
  while (residuals.length < PUSH_DEPTH) {
    const { summaries } = await batch.advance(PUSH_DEPTH - residuals.length);
    for (const { residual } of summaries) residuals.push(residual[0] ?? Number.NaN);
    yield { done: lab.spent, total, partial: { eigenvalues: shown, products, residuals: [...residuals] } };
  }
  batch.dispose();
  return {
    eigenvalues: shown,
    products,
    residuals,
    predicted: shown[0] ? modulus(shown[0]) : Number.NaN,
    measured: decayOf(residuals),
    residual: fixed.residual,
  };
}
