import type { RitzValue } from "../analysis/arnoldi";
import { meanOf } from "../analysis/lyapunov";
import { periodOf } from "../analysis/period";
import { distance, norm, plus } from "../analysis/vector";
import type { Lab, StateRef } from "../lab/lab";
import { problemOf } from "../tasks";
import type { Experiment, Running } from "./experiment";
import { costOfPolish, fixedPointOf } from "./fixedPoint";
import { doublingAt, spectrumAt } from "./jacobian";

/** The bifurcation diagram of a settled state: where states near its fixed point end up, for many dampings. */
export interface BifurcationRequest {
  readonly kind: "bifurcation";
  readonly origin: StateRef;
  readonly from: number;
  readonly to: number;
  /** Dampings, evenly spaced, both ends among them. */
  readonly points: number;
  /** Iterations at most that each gets to reach its limit set. */
  readonly depth: number;
}

/** The limit set under one damping. */
export interface LimitSet {
  readonly lambda: number;
  /** Last states, as coordinates along the direction that turns over first, relative to the fixed point's length. */
  readonly values: readonly number[];
  /** 1 a fixed point, 2 a 2-cycle, ...; null where nothing repeats. */
  readonly period: number | null;
  /** Mean residual over the limit set. */
  readonly residual: number;
  /** Distance of the last state from the fixed point, relative to its length. */
  readonly apart: number;
}

export interface BifurcationPartial {
  /** By rising damping; those still to come are missing. */
  readonly sets: readonly LimitSet[];
  /** Eigenvalues of f's Jacobian that lead at the two ends: the lowest and the highest real one. Null before they are known. */
  readonly lowest: RitzValue | null;
  readonly highest: RitzValue | null;
}

export interface BifurcationResult extends BifurcationPartial {
  /** Whether the state runs into a fixed point at all. */
  readonly home: boolean;
  /** Damping at which the lowest eigenvalue brings the map's to -1; null where it does not. */
  readonly doubling: number | null;
}

const PRODUCTS = 32;
/** States that are looked at for a period, and of those, the last that are shown. */
const KEPT = 16;
const SHOWN = 8;
/** The first push off the fixed point: without it the state would stay even where the point repels. */
const PUSH = 1e-2;
/** States repeat when they are nearer than this share of their length; nearer than the second, nothing more will change. */
const REPEATS = 1e-3;
const SETTLED = 2e-5;
/** Residuals that fall by less than this over half of the states that are looked at have reached their floor. */
const LEVEL = 0.8;

export const bifurcation: Experiment<BifurcationRequest, BifurcationPartial, BifurcationResult> = {
  kind: "bifurcation",
  cost,
  run,
};

function cost({ origin, points, depth }: BifurcationRequest): number {
  return costOfPolish(origin) + 2 * PRODUCTS + points * depth;
}

async function* run(lab: Lab, request: BifurcationRequest): Running<BifurcationPartial, BifurcationResult> {
  const { origin, depth } = request;
  const { seed } = origin.recipe;
  const inputs = [problemOf(origin.recipe).input] as const;
  const total = cost(request);
  const fixed = yield* fixedPointOf(lab, origin);
  if (!fixed) return { sets: [], lowest: null, highest: null, home: false, doubling: null };
  const spectrum = spectrumAt(lab, { inputs, lambda: 1, state: fixed.state, seed, steps: PRODUCTS });
  let values: RitzValue[] = [];
  let step = await spectrum.next();
  for (; !step.done; step = await spectrum.next()) {
    values = step.value;
    yield { done: lab.spent, total, partial: { sets: [], lowest: null, highest: null } };
  }
  const real = values.filter(({ im }) => im === 0).sort((a, b) => a.re - b.re);
  const [lowest = null, highest = null] = [real[0], real.at(-1)];
  const length = norm(fixed.state);
  const direction = lowest ? step.value.vector(lowest) : new Float32Array(lab.size);
  const pushed = plus(fixed.state, direction, PUSH * length);
  const sets: LimitSet[] = [];
  for (const lambda of coarseToFine(request)) {
    const batch = lab.batch([pushed], { inputs, lambda });
    const last: Float32Array[] = [];
    const residuals: number[] = [];
    while (batch.k < depth) {
      const { states, summaries } = await batch.advance(Math.min(KEPT, depth - batch.k), [0]);
      for (const [state] of states) if (state) last.push(state);
      for (const { residual } of summaries) residuals.push(residual[0] ?? Number.NaN);
      last.splice(0, last.length - KEPT);
      residuals.splice(0, residuals.length - KEPT);
      yield null;
      if (last.length === KEPT && periodOf(last, SETTLED) !== null && hasLevelled(residuals)) break;
    }
    batch.dispose();
    sets.push({
      lambda,
      values: last.slice(-SHOWN).map((state) => along(direction, state, fixed.state) / length),
      period: periodOf(last, REPEATS),
      residual: meanOf(residuals.slice(-SHOWN)),
      apart: distance(last.at(-1) ?? fixed.state, fixed.state) / length,
    });
    sets.sort((a, b) => a.lambda - b.lambda);
    yield { done: lab.spent, total, partial: { sets: [...sets], lowest, highest } };
  }
  return { sets, lowest, highest, home: true, doubling: lowest && doublingAt(lowest.re) };
}

/** Whether residuals have reached their floor: the later half is hardly below the earlier. */
function hasLevelled(residuals: readonly number[]): boolean {
  const half = residuals.length >> 1;
  return meanOf(residuals.slice(half)) > LEVEL * meanOf(residuals.slice(0, half));
}

/** The dampings, ends first and then halving the gaps, so that the diagram shows its shape early. */
function coarseToFine({ from, to, points }: Pick<BifurcationRequest, "from" | "to" | "points">): number[] {
  const order: number[] = [];
  for (let stride = 2 ** Math.ceil(Math.log2(points)); stride >= 1; stride /= 2)
    for (let i = 0; i < points; i += stride) if (!order.includes(i)) order.push(i);
  // Three decimals: as a person would type it, and the same on every device.
  return order.map((i) => Number((from + ((to - from) * i) / Math.max(1, points - 1)).toFixed(3)));
}

function along(direction: Float32Array, state: Float32Array, origin: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < direction.length; i++)
    sum += (direction[i] as number) * ((state[i] as number) - (origin[i] as number));
  return sum;
}
