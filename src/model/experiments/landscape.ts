import { rmsDistance, type Vector } from "../analysis/plane";
import { placeByDistance } from "../analysis/scaling";
import type { Recipe } from "../eqr/recipe/recipe";
import type { Lab } from "../lab/lab";
import type { Start } from "../lab/rows";
import { isSolution, problemOf, solverOf } from "../tasks";
import type { Problem, Solutions, Solver } from "../tasks/task";
import type { Experiment, Running } from "./experiment";
import { type Landing, type SettleRequest, settle } from "./settle";

/** Random starts of some puzzles, run by the recipe's seed, λ, tolerance and depth, without noise or nudges. */
export interface LandscapeRequest {
  readonly kind: "landscape";
  readonly recipe: Recipe;
  /** The recipe's own, or others beside it: with clues taken away or added. */
  readonly puzzles: readonly string[];
  /** Starts of each. */
  readonly starts: number;
}

/** A fixed point that starts have settled on. */
export interface FixedPoint {
  /** [cells] */
  readonly digits: Uint8Array;
  /** Whether its grid solves the puzzle. */
  readonly valid: boolean;
  /** Starts that settled on it. */
  readonly count: number;
  /** Of those, the mean number of iterations; residual and halting logit where the first of them settled. */
  readonly iterations: number;
  readonly residual: number;
  readonly q: number;
  /** The first start that settled on it, by its number. */
  readonly first: number;
  /** Where it lies on the plane that keeps the distances best, in root mean squares. */
  readonly place: readonly [number, number];
}

/** What the solver found: up to COUNT.most solutions are counted. */
export interface SolutionCount {
  readonly count: number;
  /** False where there may be more. */
  readonly exact: boolean;
}

/** Solutions that the state was begun at (see probeSolutions), and how many of them it stayed on. */
export interface SolutionProbe {
  readonly tried: number;
  readonly held: number;
}

export interface Landscape {
  readonly puzzle: string;
  readonly starts: number;
  /** Starts that have ended. */
  readonly done: number;
  readonly wandering: number;
  readonly broken: number;
  /** Those that most starts settled on first. */
  readonly points: readonly FixedPoint[];
  /** [points * points] root mean square distance of their states. */
  readonly distances: Float32Array;
  /** Share of the distances' spread that the places show. */
  readonly kept: number;
  readonly solutions: SolutionCount;
  /** Null until it was tried, and where there is no solution. */
  readonly probe: SolutionProbe | null;
}

/** Solutions that are counted, and guesses of the solver: some tenths of a second. */
const COUNT = { most: 1000, guesses: 20_000 };
/** States closer than this (root mean square) are the same fixed point: what settles on one ends some 1e-3 apart. */
export const SAME_POINT = 0.05;
/** Solutions that are tried as starts, at most. */
const PROBES = 8;
/** Shares of the solution's other digits that are given on the way to the puzzle itself, and iterations at each at most. */
const RELEASE = { shares: [1, 0.5, 0.25], depth: 32 } as const;

export const landscape: Experiment<LandscapeRequest, readonly Landscape[], readonly Landscape[]> = {
  kind: "landscape",
  cost,
  run,
};

function cost({ recipe, puzzles, starts }: LandscapeRequest): number {
  const probe = RELEASE.shares.length * RELEASE.depth + recipe.depth;
  return puzzles.length * (recipe.depth * starts + PROBES * probe);
}

/** Where no solver says anything. */
const UNKNOWN: Solutions = { grids: [], count: 0, exact: false };

type Dynamics = Pick<SettleRequest, "problem" | "lambda" | "tolerance" | "depth">;

/** The landscapes of the puzzles, one after the other. */
async function* run(lab: Lab, request: LandscapeRequest): Running<readonly Landscape[], readonly Landscape[]> {
  const { puzzles, starts } = request;
  const { seed, lambda, tolerance, depth } = request.recipe;
  const before = lab.spent;
  const total = cost(request);
  const landscapes: Landscape[] = [];
  for (const puzzle of puzzles) {
    const problem = problemOf({ ...request.recipe, puzzle });
    const dynamics: Dynamics = { problem, lambda, tolerance, depth };
    const solver = solverOf(problem);
    const { grids, ...solutions } = solver?.solve(problem, COUNT) ?? UNKNOWN;
    yield null;
    const tally = createTally(problem, starts, solutions);
    const start = (trajectory: number) => ({ seed, trajectory });
    for await (const landed of settle(lab, { ...dynamics, count: starts, start, states: true })) {
      for (const landing of landed) tally.add(landing);
      const partial = [...landscapes, tally.picture(null)];
      yield landed.length === 0 ? null : { done: lab.spent - before, total, partial };
    }
    const probe = solver ? yield* probeSolutions(lab, solver, dynamics, seed, grids.slice(0, PROBES)) : null;
    landscapes.push(tally.picture(probe));
    yield { done: lab.spent - before, total, partial: [...landscapes] };
  }
  return landscapes;
}

/**
 * Whether solutions are attractors at all, even of basins that no random start lies in. The state is brought to each with
 * the whole solution given, then the added values are taken away again step by step, and the run goes on with the puzzle
 * itself: the state stays, or it leaves. Only here is a solution looked up beforehand.
 */
async function* probeSolutions(
  lab: Lab,
  solver: Solver,
  dynamics: Dynamics,
  seed: number,
  solutions: readonly Uint8Array[],
): AsyncGenerator<null, SolutionProbe | null, void> {
  if (solutions.length === 0) return null;
  let held = 0;
  for (const [trajectory, solution] of solutions.entries()) {
    const { given, rung } = solver.ladder(dynamics.problem, solution);
    let start: Start = { seed, trajectory };
    let last: Landing | undefined;
    for (const share of [...RELEASE.shares, 0]) {
      const depth = share > 0 ? RELEASE.depth : dynamics.depth;
      const problem = rung(given + Math.round(share * (solution.length - given)));
      const from: Start = start;
      for await (const landed of settle(lab, {
        ...dynamics,
        problem,
        depth,
        count: 1,
        start: () => from,
        states: true,
      })) {
        last = landed[0] ?? last;
        yield null;
      }
      start = last?.state ?? start;
    }
    if (last && last.settledAt !== null && isSame(last.digits, solution)) held++;
  }
  return { tried: solutions.length, held };
}

interface Cluster {
  readonly digits: Uint8Array;
  readonly state: Vector;
  /** The start that found it first, by its number. */
  readonly first: Landing;
  count: number;
  iterations: number;
}

/** Gathers settled states into fixed points: same grid, same place. */
function createTally(problem: Problem, starts: number, solutions: SolutionCount) {
  const clusters: Cluster[] = [];
  let [done, wandering, broken] = [0, 0, 0];

  return {
    done: () => done,
    add(landing: Landing): void {
      done++;
      const { settledAt, residual, state, digits } = landing;
      if (settledAt === null && Number.isFinite(residual)) wandering++;
      if (settledAt === null && !Number.isFinite(residual)) broken++;
      if (settledAt === null || !state) return;
      const known = clusters.find(
        (cluster) => isSame(cluster.digits, digits) && rmsDistance(cluster.state, state) < SAME_POINT,
      );
      if (known) {
        known.count++;
        known.iterations += settledAt;
      } else clusters.push({ digits, state, first: landing, count: 1, iterations: settledAt });
    },
    picture(probe: SolutionProbe | null): Landscape {
      const order = [...clusters].sort((p, q) => q.count - p.count || p.first.index - q.first.index);
      const distances = Float32Array.from(order.flatMap((p) => order.map((q) => rmsDistance(p.state, q.state))));
      const { places, kept } = placeByDistance(distances, order.length);
      const points = order.map(({ digits, count, iterations, first }, i): FixedPoint => {
        const valid = isSolution(problem, digits);
        const place = [places[i * 2] ?? 0, places[i * 2 + 1] ?? 0] as const;
        return {
          digits,
          valid,
          count,
          iterations: iterations / count,
          residual: first.residual,
          q: first.q,
          first: first.index,
          place,
        };
      });
      return { puzzle: problem.text, starts, done, wandering, broken, points, distances, kept, solutions, probe };
    },
  };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((value, cell) => value === b[cell]);
}
