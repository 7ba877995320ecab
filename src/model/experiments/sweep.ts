import { type Halfway, halfwayOf } from "../analysis/radius";
import { distance, norm } from "../analysis/vector";
import { strike } from "./blow";
import { SAME_DISTANCE } from "./kick";
import { type Cost, type Experiment, type Lab, type Origin, stateAt } from "./lab";
import { settle } from "./settle";

/** Many kicks of several sizes at one state: how often does it come home? Without path noise. */
export interface SweepRequest {
  readonly kind: "sweep";
  readonly origin: Origin;
  /** Cells that are hit; null for all. */
  readonly cells: readonly number[] | null;
  /** Lengths of the kicks relative to what they hit, rising. */
  readonly sizes: readonly number[];
  /** Kicks of each size. */
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

export function costOfSweep({ origin, sizes, kicks, depth }: SweepRequest): Cost {
  return { iterations: origin.k + depth * (1 + sizes.length * kicks) };
}

export async function* runSweep(lab: Lab, request: SweepRequest): Experiment<SweepPartial, SweepResult> {
  const { origin, cells, sizes, kicks, depth } = request;
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
  const near = SAME_DISTANCE * norm(home);
  // One kick of every size, then another of every size: the whole curve takes shape at once.
  const start = (index: number): Float32Array => {
    const size = sizes[index % sizes.length] ?? 0;
    const draw = Math.floor(index / sizes.length);
    return strike(z, { kind: "noise", size, cells }, { seed, trajectory, k, draw }, null);
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
