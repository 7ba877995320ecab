import { ANY_FLOOR, type Halfway, halfwayOf, sizesWhereItFalls } from "../analysis/radius";
import { distance, norm } from "../analysis/vector";
import type { Lab, StateRef } from "../lab/lab";
import { problemOf } from "../tasks";
import type { Experiment, Running } from "./experiment";
import { SAME_DISTANCE } from "./kick";
import { isApart, perturb } from "./perturbation";
import { settle } from "./settle";
import { stateAt } from "./stateAt";

/** What the kicks have in common. */
export type RadiusPerturbation =
  /** Gaussian noise, each in a direction of its own. `cells` null perturbs all. */
  | { readonly kind: "noise"; readonly cells: readonly number[] | null }
  /** Towards the states of other trajectories at the same iteration, one direction each. */
  | { readonly kind: "towards"; readonly trajectories: readonly number[] };

/** Many kicks of several sizes to one state: how often does it return? Without path noise. */
export interface RadiusRequest {
  readonly kind: "basinRadius";
  readonly origin: StateRef;
  readonly perturbation: RadiusPerturbation;
  /** Lengths of the kicks relative to the part that they perturb, rising. */
  readonly sizes: readonly number[];
  /** Kicks of each size; towards trajectories at most one each. */
  readonly kicks: number;
  /** Further sizes at most, placed afterwards where the share that returns changes; none by default. */
  readonly refine?: number;
  /** Iterations at most that a kicked state gets to come home. */
  readonly depth: number;
}

/** How the kicks of one size have ended so far. */
export interface RadiusTally {
  readonly size: number;
  readonly returned: number;
  /** At rest at another fixed point. */
  readonly elsewhere: number;
  /** Not at rest within the depth. */
  readonly lost: number;
}

export interface RadiusPartial {
  readonly tallies: readonly RadiusTally[];
}

export interface RadiusResult extends RadiusPartial {
  /** The basin's radius: the size at which the share that returns has fallen half-way. */
  readonly radius: Halfway | null;
  /** Whether the unkicked state comes to rest within the depth; without a home there are no kicks. */
  readonly home: boolean;
}

export const basinRadius: Experiment<RadiusRequest, RadiusPartial, RadiusResult> = {
  kind: "basinRadius",
  cost,
  run,
};

function cost({ origin, perturbation, sizes, kicks, refine = 0, depth }: RadiusRequest): number {
  const states = perturbation.kind === "towards" ? 1 + perturbation.trajectories.length : 1;
  return origin.k * states + depth * (1 + (sizes.length + refine) * kicks);
}

async function* run(lab: Lab, request: RadiusRequest): Running<RadiusPartial, RadiusResult> {
  const { origin, perturbation, sizes, depth } = request;
  const { recipe, trajectory, k } = origin;
  const { lambda, tolerance, seed } = recipe;
  const total = cost(request);
  const problem = problemOf(recipe);
  const cells = problem.input.length;
  const z = yield* stateAt(lab, origin);
  const dynamics = { problem, lambda, tolerance, depth, states: true };
  let home: Float32Array | null = null;
  for await (const [landing] of settle(lab, { ...dynamics, count: 1, start: () => z })) {
    if (landing?.settledAt != null) home = landing.state;
    yield null;
  }
  let counts: Count[] = [];
  const tallies = (): RadiusTally[] => counts.map((count) => ({ ...count })).sort((a, b) => a.size - b.size);
  if (!home) return { tallies: [], radius: null, home: false };
  const targets = perturbation.kind === "towards" ? yield* targetsOf(lab, origin, perturbation.trajectories, z) : [];
  const kicks = perturbation.kind === "towards" ? Math.min(request.kicks, targets.length) : request.kicks;
  const near = SAME_DISTANCE * norm(home);
  const halves = () =>
    tallies().map(({ size, returned, elsewhere, lost }) => ({
      size,
      count: returned,
      n: returned + elsewhere + lost,
    }));
  for (const part of ["sizes", "refinement"] as const) {
    const added = part === "sizes" ? sizes : sizesWhereItFalls(halves(), request.refine ?? 0);
    const own = added.map((size) => ({ size, returned: 0, elsewhere: 0, lost: 0 }));
    // One kick of each size, then another of each: the whole curve takes shape at once.
    const start = (index: number): Float32Array => {
      const size = added[index % added.length] ?? 0;
      const draw = Math.floor(index / added.length);
      const kick =
        perturbation.kind === "noise"
          ? { ...perturbation, size }
          : ({ kind: "towards", size, trajectory: draw } as const);
      return perturb(z, kick, { seed, trajectory, k, draw, cells, target: targets[draw] });
    };
    counts = [...counts, ...own];
    for await (const landed of settle(lab, { ...dynamics, count: added.length * kicks, start })) {
      for (const { index, settledAt, state } of landed) {
        const count = own[index % added.length];
        if (!count) continue;
        if (settledAt === null || !state) count.lost++;
        else if (distance(state, home) < near) count.returned++;
        else count.elsewhere++;
      }
      yield landed.length > 0 ? { done: lab.spent, total, partial: { tallies: tallies() } } : null;
    }
  }
  return { tallies: tallies(), radius: halfwayOf(halves(), ANY_FLOOR), home: true };
}

type Count = { -readonly [K in keyof RadiusTally]: RadiusTally[K] };

/** The states to kick towards; those that are the kicked state itself have no direction, and are left out. */
async function* targetsOf(
  lab: Lab,
  origin: StateRef,
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
