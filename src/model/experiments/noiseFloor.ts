import { meanOf } from "../analysis/lyapunov";
import { type Halfway, halfwayOf } from "../analysis/radius";
import { distance, norm } from "../analysis/vector";
import type { PathNoise } from "../lab/batch";
import type { Lab, StateRef } from "../lab/lab";
import { problemOf } from "../tasks";
import type { Experiment, Running } from "./experiment";
import { costOfPolish, fixedPointOf, polishLambda } from "./fixedPoint";
import { SAME_DISTANCE } from "./kick";
import { settle } from "./settle";

/** A settled state under path noise of rising strength: its noise floor, and the noise that shakes it out of its basin. */
export interface NoiseFloorRequest {
  readonly kind: "noiseFloor";
  readonly origin: StateRef;
  readonly sigmas: readonly number[];
  /** Copies at each strength, with noise of their own. */
  readonly copies: number;
  /** Iterations under noise. */
  readonly hold: number;
  /** Iterations at most that the noise is off afterwards, to see where the state comes to rest. */
  readonly cool: number;
}

export interface NoisePoint {
  readonly sigma: number;
  /** Mean residual of the noiseless map over the last iterations under noise, and the least and largest copy. */
  readonly floor: number;
  readonly low: number;
  readonly high: number;
  /** Copies that came back to the same fixed point once cooled, of n. */
  readonly stayed: number;
  readonly n: number;
}

export interface NoiseFloorPartial {
  readonly points: readonly NoisePoint[];
}

export interface NoiseFloorResult extends NoiseFloorPartial {
  readonly home: boolean;
  /** Strength at which half of the copies leave. */
  readonly leaves: Halfway | null;
}

/** Iterations that the floor is averaged over. */
const FLOOR_WINDOW = 16;
/** Noise of trajectories that no run has: breadths end far below. */
const FIRST_TRAJECTORY = 1_000_000;

export const noiseFloor: Experiment<NoiseFloorRequest, NoiseFloorPartial, NoiseFloorResult> = {
  kind: "noiseFloor",
  cost,
  run,
};

function cost({ origin, sigmas, copies, hold, cool }: NoiseFloorRequest): number {
  return costOfPolish(origin) + sigmas.length * copies * (hold + cool);
}

async function* run(lab: Lab, request: NoiseFloorRequest): Running<NoiseFloorPartial, NoiseFloorResult> {
  const { origin, sigmas, copies, hold, cool } = request;
  const { lambda, seed, tolerance } = origin.recipe;
  const problem = problemOf(origin.recipe);
  const total = cost(request);
  const fixed = yield* fixedPointOf(lab, origin);
  if (!fixed) return { points: [], home: false, leaves: null };
  const near = SAME_DISTANCE * norm(fixed.state);
  const points: NoisePoint[] = [];
  for (const [i, sigma] of sigmas.entries()) {
    const noise = (): PathNoise => ({ seed, sigma, first: FIRST_TRAJECTORY + i * copies });
    const batch = lab.batch(
      Array.from({ length: copies }, () => fixed.state),
      { inputs: [problem.input], lambda, noise },
    );
    const floors: number[][] = [];
    while (batch.k < hold) {
      const { summaries } = await batch.advance(hold - batch.k);
      for (const { residual } of summaries) floors.push([...residual]);
      yield null;
    }
    const shaken = await batch.read();
    batch.dispose();
    let stayed = 0;
    const start = (index: number) => shaken[index] ?? fixed.state;
    const dynamics = { problem, lambda: polishLambda(lambda), tolerance, depth: cool };
    for await (const landed of settle(lab, { ...dynamics, count: copies, start, states: true })) {
      for (const { settledAt, state } of landed)
        if (settledAt !== null && state && distance(state, fixed.state) < near) stayed++;
      yield null;
    }
    points.push({ sigma, stayed, n: copies, ...floorOf(floors.slice(-FLOOR_WINDOW)) });
    yield { done: lab.spent, total, partial: { points: [...points] } };
  }
  const tallies = points.map(({ sigma, stayed, n }) => ({ size: sigma, count: stayed, n }));
  return { points, home: true, leaves: halfwayOf(tallies) };
}

/** Mean residual by copy, then over copies: [iterations][copies]. */
function floorOf(window: readonly (readonly number[])[]): { floor: number; low: number; high: number } {
  const copies = (window[0] ?? []).map((_, c) => meanOf(window.map((row) => row[c] ?? Number.NaN)));
  return { floor: meanOf(copies), low: Math.min(...copies), high: Math.max(...copies) };
}
