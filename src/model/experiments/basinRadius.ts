import { type Halfway, halfwayOf } from "../analysis/radius";
import { distance, norm } from "../analysis/vector";
import { SAME_DISTANCE } from "./kick";
import { type Cost, type Experiment, type Lab, type Origin, stateAt } from "./lab";
import { isApart, strike } from "./perturbation";
import { settle } from "./settle";

/** What the kicks of a sweep have in common. */
export type SweepBlow =
  /** Gaussian noise, each in a direction of its own. `cells` null hits all. */
  | { readonly kind: "noise"; readonly cells: readonly number[] | null }
  /** Towards the states of other trajectories at the same iteration, one direction each. */
  | { readonly kind: "towards"; readonly trajectories: readonly number[] };

/** Many kicks of several sizes at one state: how often does it come home? Without path noise. */
export interface SweepRequest {
  readonly kind: "sweep";
  readonly origin: Origin;
  readonly blow: SweepBlow;
  /** Lengths of the kicks relative to what they hit, rising. */
  readonly sizes: readonly number[];
  /** Kicks of each size; towards trajectories at most one each. */
  readonly kicks: number;
  /** Iterations at most that a kicked state gets to come home. */
  readonly depth: number;
}

/** What became of the kicks of one size so far. */
export interface SweepTally {
  readonly size: number;
  readonly returned: number;
  /** At rest at another fixed point. */
  readonly elsewhere: number;
  /** Not at rest within the depth. */
  readonly lost: number;
}

export interface SweepPartial {
  readonly tallies: readonly SweepTally[];
}

export interface SweepResult extends SweepPartial {
  /** The basin's radius: the size at which half of the kicks return. */
  readonly radius: Halfway | null;
  /** Whether the unkicked state comes to rest within the depth; without a home there are no kicks. */
  readonly home: boolean;
}

export function costOfSweep({ origin, blow, sizes, kicks, depth }: SweepRequest): Cost {
  const states = blow.kind === "towards" ? 1 + blow.trajectories.length : 1;
  return { iterations: origin.k * states + depth * (1 + sizes.length * kicks) };
}

export async function* runSweep(lab: Lab, request: SweepRequest): Experiment<SweepPartial, SweepResult> {
  const { origin, blow, sizes, depth } = request;
  const { recipe, trajectory, k } = origin;
  const { puzzle, lambda, tolerance, seed } = recipe;
  const total = costOfSweep(request).iterations;
  const z = yield* stateAt(lab, origin);
  const law = { puzzle, lambda, tolerance, depth, states: true };
  let home: Float32Array | null = null;
  for await (const [landing] of settle(lab, { ...law, count: 1, start: () => z })) {
    if (landing?.settledAt != null) home = landing.state;
    yield null;
  }
  const counts = sizes.map((size) => ({ size, returned: 0, elsewhere: 0, lost: 0 }));
  const tallies = (): SweepTally[] => counts.map((count) => ({ ...count }));
  if (!home) return { tallies: tallies(), radius: null, home: false };
  const targets = blow.kind === "towards" ? yield* targetsOf(lab, origin, blow.trajectories, z) : [];
  const kicks = blow.kind === "towards" ? Math.min(request.kicks, targets.length) : request.kicks;
  const near = SAME_DISTANCE * norm(home);
  // One kick of every size, then another of every size: the whole curve takes shape at once.
  const start = (index: number): Float32Array => {
    const size = sizes[index % sizes.length] ?? 0;
    const draw = Math.floor(index / sizes.length);
    const hit = blow.kind === "noise" ? { ...blow, size } : ({ kind: "towards", size, trajectory: draw } as const);
    return strike(z, hit, { seed, trajectory, k, draw }, targets[draw] ?? null);
  };
  for await (const landed of settle(lab, { ...law, count: sizes.length * kicks, start })) {
    for (const { index, settledAt, state } of landed) {
      const count = counts[index % sizes.length];
      if (!count) continue;
      if (settledAt === null || !state) count.lost++;
      else if (distance(state, home) < near) count.returned++;
      else count.elsewhere++;
    }
    yield landed.length > 0 ? { done: lab.spent, total, partial: { tallies: tallies() } } : null;
  }
  const halves = counts.map(({ size, returned, elsewhere, lost }) => ({
    size,
    count: returned,
    n: returned + elsewhere + lost,
  }));
  return { tallies: tallies(), radius: halfwayOf(halves), home: true };
}

/** The states to kick towards; those that are the kicked state itself have no direction, and are left out. */
async function* targetsOf(
  lab: Lab,
  origin: SweepRequest["origin"],
  trajectories: readonly number[],
  z: Float32Array,
): AsyncGenerator<null, Float32Array[], void> {
  const targets: Float32Array[] = [];
  for (const trajectory of trajectories) {
    const target = yield* stateAt(lab, { ...origin, trajectory });
    if (isApart(z, target)) targets.push(target);
  }
  if (targets.length === 0)
    throw new RangeError(
      "All other trajectories are in the same state at this iteration, so there is no direction to sweep. Scrub back to where they are apart.",
    );
  return targets;
}
