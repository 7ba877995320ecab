import type { RitzValue } from "../analysis/arnoldi";
import { decayOf } from "../analysis/decay";
import { norm, plus } from "../analysis/vector";
import { costOfPolish, fixedPointOf } from "./fixedPoint";
import { damped, modulus, spectrumAt } from "./jacobian";
import type { Cost, Experiment, Lab, Origin } from "./lab";
import { strike } from "./perturbation";

/** The leading eigenvalues at the fixed point of a state, and the contraction they predict held against the measured one. */
export interface StabilityRequest {
  readonly kind: "stability";
  readonly origin: Origin;
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
  /** Factor an iteration by which differences shrink in the end: modulus of the leading eigenvalue. NaN without one. */
  readonly predicted: number;
  /** The same, from the residuals of the pushed state; null where they never ran straight. */
  readonly measured: number | null;
  /** Residual of the fixed point; NaN without one. */
  readonly residual: number;
}

/** Length of a push off the fixed point, relative to it. */
const PUSH = 0.1;
/** Iterations in which the fast directions die out; what is left of the push is then made as long as it was again. */
const SORT_DEPTH = 32;
/** Iterations that the decay is measured over. */
const PUSH_DEPTH = 64;
/** Eigenvalues that are told. */
const TOLD = 12;

export function costOfStability({ origin, steps }: StabilityRequest): Cost {
  return { iterations: costOfPolish(origin) + 2 * steps + SORT_DEPTH + PUSH_DEPTH };
}

export async function* runStability(
  lab: Lab,
  request: StabilityRequest,
): Experiment<StabilityPartial, StabilityResult> {
  const { origin, steps } = request;
  const { puzzle, lambda, seed } = origin.recipe;
  const total = costOfStability(request).iterations;
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
  const spectrum = spectrumAt(lab, { puzzle, lambda, state: fixed.state, seed, steps });
  for await (const values of spectrum) {
    products++;
    eigenvalues = values.map((value) => damped(value, lambda)).sort((a, b) => modulus(b) - modulus(a));
    yield { done: lab.spent, total, partial: { eigenvalues: eigenvalues.slice(0, TOLD), products, residuals: [] } };
  }
  const told = eigenvalues.slice(0, TOLD);
  const residuals: number[] = [];
  const { trajectory, k } = origin;
  const blow = { kind: "noise", size: PUSH, cells: null } as const;
  const pushed = strike(fixed.state, blow, { seed, trajectory, k, draw: 0 }, null);
  const batch = lab.batch([pushed], { puzzle, lambda });
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
    yield { done: lab.spent, total, partial: { eigenvalues: told, products, residuals: [...residuals] } };
  }
  batch.dispose();
  return {
    eigenvalues: told,
    products,
    residuals,
    predicted: told[0] ? modulus(told[0]) : Number.NaN,
    measured: decayOf(residuals),
    residual: fixed.residual,
  };
}
