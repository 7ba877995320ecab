import { rmsDistance, type Vector } from "../analysis/plane";
import { placeByDistance } from "../analysis/scaling";
import type { Recipe } from "../eqr/recipe";
import { clueLadder } from "../tasks/sudoku/clues";
import { digitsOf, type Puzzle } from "../tasks/sudoku/grid";
import { extendsPuzzle, isValidGrid } from "../tasks/sudoku/rules";
import { solve } from "../tasks/sudoku/solve";
import type { Start } from "./batch";
import type { Cost, Experiment, Lab } from "./lab";
import { type Landing, type SettleRequest, settle } from "./settle";

/** Random starts of some puzzles, run by the recipe's seed, λ, tolerance and depth, without noise or nudges. */
export interface LandscapeRequest {
  readonly kind: "landscape";
  readonly recipe: Recipe;
  /** The recipe's own, or others beside it: with clues taken away or added. */
  readonly puzzles: readonly Puzzle[];
  /** Starts of each. */
  readonly starts: number;
}

/** A fixed point that starts have settled on. */
export interface FixedPoint {
  /** [81] */
  readonly digits: Uint8Array;
  /** Whether its grid obeys the rules and keeps the givens. */
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

/** What the solver says: up to COUNT_LIMIT solutions are counted. */
export interface Solutions {
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
  readonly puzzle: Puzzle;
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
  readonly solutions: Solutions;
  /** Null until it was tried, and where there is no solution. */
  readonly probe: SolutionProbe | null;
}

const COUNT_LIMIT = 1000;
/** Guesses of the solver at most: some tenths of a second. */
const COUNT_GUESSES = 20_000;
/** States closer than this (root mean square) are the same fixed point: what settles on one ends some 1e-3 apart. */
export const SAME_POINT = 0.05;
/** Solutions that are tried as starts, at most. */
const PROBES = 8;
/** Shares of the solution's other digits that are given on the way to the puzzle itself, and iterations at each at most. */
const RELEASE = { shares: [1, 0.5, 0.25], depth: 32 } as const;

export function costOfLandscape({ recipe, puzzles, starts }: LandscapeRequest): Cost {
  const probe = RELEASE.shares.length * RELEASE.depth + recipe.depth;
  return { iterations: puzzles.length * (recipe.depth * starts + PROBES * probe) };
}

type Law = Pick<SettleRequest, "puzzle" | "lambda" | "tolerance" | "depth">;

/** The landscapes of the puzzles, one after the other. */
export async function* runLandscape(lab: Lab, request: LandscapeRequest): Experiment<Landscape[], Landscape[]> {
  const { puzzles, starts } = request;
  const { seed, lambda, tolerance, depth } = request.recipe;
  const before = lab.spent;
  const total = costOfLandscape(request).iterations;
  const landscapes: Landscape[] = [];
  for (const puzzle of puzzles) {
    const law: Law = { puzzle, lambda, tolerance, depth };
    const { solutions, grids } = countSolutions(puzzle);
    yield null;
    const tally = createTally(puzzle, starts, solutions);
    const start = (trajectory: number) => ({ seed, trajectory });
    for await (const landed of settle(lab, { ...law, count: starts, start, states: true })) {
      for (const landing of landed) tally.add(landing);
      const partial = [...landscapes, tally.picture(null)];
      yield landed.length === 0 ? null : { done: lab.spent - before, total, partial };
    }
    const probe = yield* probeSolutions(lab, law, seed, grids.slice(0, PROBES));
    landscapes.push(tally.picture(probe));
    yield { done: lab.spent - before, total, partial: [...landscapes] };
  }
  return landscapes;
}

function countSolutions(puzzle: Puzzle): { solutions: Solutions; grids: Puzzle[] } {
  const result = solve(puzzle, { limit: COUNT_LIMIT, maxNodes: COUNT_GUESSES });
  switch (result.kind) {
    case "unique":
      return { solutions: { count: 1, exact: true }, grids: [result.solution] };
    case "several":
      return { solutions: { count: result.atLeast, exact: result.exact }, grids: result.solutions };
    case "timeout":
      return { solutions: { count: result.found, exact: false }, grids: [] };
    default:
      return { solutions: { count: 0, exact: true }, grids: [] };
  }
}

/**
 * Whether solutions are attractors at all, even of basins that no random start lies in. The state is brought to each with
 * the whole solution given, then the added digits are taken away again by and by, and the puzzle itself goes on: the state
 * stays, or it leaves. Only here is a solution looked up beforehand.
 */
async function* probeSolutions(
  lab: Lab,
  law: Law,
  seed: number,
  solutions: readonly Puzzle[],
): AsyncGenerator<null, SolutionProbe | null, void> {
  if (solutions.length === 0) return null;
  let held = 0;
  for (const [trajectory, solution] of solutions.entries()) {
    const { clues, rung } = clueLadder(law.puzzle, solution);
    let start: Start = { seed, trajectory };
    let last: Landing | undefined;
    for (const share of [...RELEASE.shares, 0]) {
      const depth = share > 0 ? RELEASE.depth : law.depth;
      const puzzle = rung(clues + Math.round(share * (81 - clues)));
      const from: Start = start;
      for await (const landed of settle(lab, { ...law, puzzle, depth, count: 1, start: () => from, states: true })) {
        last = landed[0] ?? last;
        yield null;
      }
      start = last?.state ?? start;
    }
    if (last && last.settledAt !== null && last.digits.join("") === solution) held++;
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
function createTally(puzzle: Puzzle, starts: number, solutions: Solutions) {
  const givens = digitsOf(puzzle);
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
      const grid = digits.join("");
      const known = clusters.find(
        (cluster) => cluster.digits.join("") === grid && rmsDistance(cluster.state, state) < SAME_POINT,
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
        const valid = isValidGrid(digits) && extendsPuzzle(digits, givens);
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
      return { puzzle, starts, done, wandering, broken, points, distances, kept, solutions, probe };
    },
  };
}
