import { type Exponent, exponentOf, meanOf } from "../analysis/lyapunov";
import { distance, norm, plus } from "../analysis/vector";
import { sigmaAt } from "../eqr/recipe/schedule";
import type { PathNoise } from "../lab/batch";
import type { Lab, StateRef } from "../lab/lab";
import type { Start } from "../lab/rows";
import { problemOf } from "../tasks";
import type { Experiment, Running } from "./experiment";
import { perturb } from "./perturbation";
import { stateAt } from "./stateAt";

/**
 * How two nearby states drift apart along a trajectory: the finite-time Lyapunov exponent, iteration by iteration. Both get
 * the path noise of the recipe, so that only the map drives them apart.
 */
export interface DivergenceRequest {
  readonly kind: "divergence";
  /** Where it begins; nudges are not applied from there on. */
  readonly origin: StateRef;
  readonly iterations: number;
  /** Neighbours, each in a direction of its own; the mean over them is reported. */
  readonly neighbours: number;
}

export interface DivergencePartial {
  /** ln(d_(k+1) / d_k), mean over the neighbours, by iteration from origin.k + 1. */
  readonly growth: readonly number[];
  /** Residual of the trajectory itself, as above. */
  readonly residuals: readonly number[];
}

export interface DivergenceResult extends DivergencePartial {
  /** Of the later half: what the trajectory does in the end. */
  readonly exponent: Exponent | null;
  /** Iteration at which the longest drifting apart ends: from there on neighbours come nearer. Null where they never part. */
  readonly decidedAt: number | null;
  /** Iteration at which that drifting apart begins: until then they have come nearer. Null as above. */
  readonly climbFrom: number | null;
  /** By how much a difference was multiplied in it, as log10. */
  readonly decades: number;
}

/** Distance of a neighbour relative to the state: small enough to be linear, large enough for f32. */
const NEAR = 3e-4;
/** Iterations after which neighbours are brought back to that distance. */
const RENEW = 4;

export const divergence: Experiment<DivergenceRequest, DivergencePartial, DivergenceResult> = {
  kind: "divergence",
  cost,
  run,
};

function cost({ origin, iterations, neighbours }: DivergenceRequest): number {
  return origin.k + iterations * (neighbours + 1);
}

async function* run(lab: Lab, request: DivergenceRequest): Running<DivergencePartial, DivergenceResult> {
  const { origin, iterations, neighbours } = request;
  const { recipe, trajectory, k: from } = origin;
  const total = cost(request);
  const { input } = problemOf(recipe);
  const base = yield* stateAt(lab, origin);
  const near = NEAR * norm(base);
  const directions = Array.from({ length: neighbours }, (_, draw) =>
    perturb(
      base,
      { kind: "noise", size: NEAR, cells: null },
      { seed: recipe.seed, trajectory, k: from, draw, cells: input.length },
    ),
  );
  const rows = neighbours + 1;
  const noise = (j: number): PathNoise => {
    const k = from + j;
    const sigma = sigmaAt(recipe, k);
    return { seed: recipe.seed, sigma, first: 0, rows: Array.from({ length: rows }, () => ({ trajectory, k, sigma })) };
  };
  const batch = lab.batch([base, ...directions], {
    inputs: [input],
    lambda: recipe.lambda,
    ...(recipe.sigma > 0 && { noise }),
  });
  const all = Array.from({ length: rows }, (_, row) => row);
  let apart = directions.map((state) => distance(state, base));
  const growth: number[] = [];
  const residuals: number[] = [];
  while (growth.length < iterations) {
    const until = Math.min(iterations - growth.length, RENEW - (growth.length % RENEW));
    const { summaries, states } = await batch.advance(until, all);
    states.forEach(([own, ...others], i) => {
      const now = others.map((other) => (own ? distance(other, own) : Number.NaN));
      growth.push(meanOf(now.map((far, j) => Math.log(far / (apart[j] ?? Number.NaN)))));
      residuals.push(summaries[i]?.residual[0] ?? Number.NaN);
      apart = now;
    });
    if (growth.length % RENEW === 0) {
      const [own, ...others] = states.at(-1) ?? [];
      if (own) {
        const renewed = others.map((other, j): Start => pulled(own, other, near / (apart[j] || near)));
        batch.become([0, ...renewed]);
        apart = renewed.map((other) => distance(other as Float32Array, own));
      }
    }
    yield { done: lab.spent, total, partial: { growth: [...growth], residuals: [...residuals] } };
  }
  batch.dispose();
  return { growth, residuals, exponent: exponentOf(growth.slice(growth.length >> 1)), ...climb(growth, from) };
}

/** own + factor (other - own) */
function pulled(own: Float32Array, other: Float32Array, factor: number): Float32Array {
  return plus(own, plus(other, own, -1), factor);
}

/** Where the longest climb of the running sum begins and ends, and how high it was. */
function climb(growth: readonly number[], from: number): Pick<DivergenceResult, "decidedAt" | "climbFrom" | "decades"> {
  let [sum, lowest, lowestAt, highest, begun, at] = [0, 0, -1, 0, -1, -1];
  growth.forEach((value, i) => {
    sum += value;
    if (sum < lowest) [lowest, lowestAt] = [sum, i];
    if (sum - lowest > highest) [highest, begun, at] = [sum - lowest, lowestAt, i];
  });
  const iterationOf = (i: number) => (at < 0 ? null : from + i + 1);
  return { decidedAt: iterationOf(at), climbFrom: iterationOf(begun), decades: highest / Math.LN10 };
}
