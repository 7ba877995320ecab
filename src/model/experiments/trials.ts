import { SETTLE_RUN } from "../eqr/atRest";
import type { Summary } from "../eqr/backend";
import type { Recipe } from "../eqr/recipe";
import { scalesOf } from "../evaluate/marks";
import { digitsOf } from "../tasks/sudoku/grid";
import { rate } from "../tasks/sudoku/rate";
import { extendsPuzzle, isValidGrid } from "../tasks/sudoku/rules";
import type { Cost, Experiment, Lab } from "./lab";

/**
 * Many starts of one puzzle or of each of many, each run to rest or to the recipe's depth. Pure dynamics, whatever the
 * recipe says of nudges; path noise does not cool.
 */
interface Trials {
  /** Its own puzzle and breadth say nothing. */
  readonly recipe: Recipe;
  readonly puzzles: readonly string[];
  /** Trajectories first ... first + starts - 1 of each puzzle. */
  readonly first: number;
  readonly starts: number;
}

/** Starts of one puzzle. */
export interface StartsRequest extends Trials {
  readonly kind: "starts";
}

/** Starts of each puzzle of a set. */
export interface SampleRequest extends Trials {
  readonly kind: "sample";
}

/** How each start stood at some depths. Whoever has settled stands still: later depths are as the one before. */
export interface TrialTable {
  readonly puzzles: number;
  readonly starts: number;
  /** Powers of two, and the recipe's depth. */
  readonly depths: readonly number[];
  /** [puzzles, starts, depths] NaN where a start has not come yet, infinite where its state broke. */
  readonly residual: Float32Array;
  /** [puzzles, starts, depths] 1 where the decoded grid is valid and keeps the givens. Looked up: nothing depends on it. */
  readonly right: Uint8Array;
  /** [puzzles, starts] first iteration at rest; 0 while under way, -1 where it did not settle within the depth. */
  readonly settledAt: Int32Array;
  /** [puzzles] guesses that a propagating solver needs (rate.ts); -1 while not known, or where it is no single solution. */
  readonly guesses: Int32Array;
}

/** Solutions are not worth a longer search. */
const MOST_GUESSES = 20_000;

export function costOfTrials({ recipe, puzzles, starts }: Trials): Cost {
  return { iterations: puzzles.length * starts * recipe.depth };
}

/** An empty table. */
export function createTable(puzzles: number, starts: number, depths: readonly number[]): TrialTable {
  const entries = puzzles * starts * depths.length;
  return {
    puzzles,
    starts,
    depths,
    residual: new Float32Array(entries).fill(Number.NaN),
    right: new Uint8Array(entries),
    settledAt: new Int32Array(puzzles * starts),
    guesses: new Int32Array(puzzles).fill(-1),
  };
}

/** The depths that a table of this recipe is kept at. */
export function depthsOf(recipe: Recipe): readonly number[] {
  return scalesOf({ ...recipe, breadth: 1 }).depths;
}

/** Whether a decoded grid is a solution of a puzzle. */
export function isRight(grid: Uint8Array, puzzle: string): boolean {
  return isValidGrid(grid) && extendsPuzzle(grid, puzzle);
}

interface Row {
  readonly puzzle: number;
  readonly start: number;
  /** The batch's iteration at which it joined. */
  readonly born: number;
  iterations: number;
  /** Iterations in a row below the tolerance. */
  resting: number;
  landed: boolean;
}

/** The first start of every puzzle goes first, then the second of each: what is drawn early is about all of them. */
export async function* runTrials(lab: Lab, request: Trials): Experiment<TrialTable, TrialTable> {
  const { recipe, puzzles, first, starts } = request;
  const { seed, lambda, sigma, depth, tolerance } = recipe;
  const depths = depthsOf(recipe);
  const table = createTable(puzzles.length, starts, depths);
  const total = costOfTrials(request).iterations;
  const count = puzzles.length * starts;
  if (count === 0) return table;
  let next = 0;
  const fresh = (n: number, born: number): Row[] =>
    Array.from({ length: Math.max(0, Math.min(n, count - next)) }, () => {
      const index = next++;
      const [puzzle, start] = [index % puzzles.length, Math.floor(index / puzzles.length)];
      return { puzzle, start, born, iterations: 0, resting: 0, landed: false };
    });
  const trajectoryOf = ({ start }: Row) => first + start;
  const startOf = (row: Row) => ({ seed, trajectory: trajectoryOf(row) });
  const puzzleOf = ({ puzzle }: Row) => puzzles[puzzle] ?? "";
  let rows = fresh(lab.room, 0);
  const noise = (k: number) => ({
    seed,
    sigma,
    first: 0,
    rows: rows.map((row) => ({ trajectory: trajectoryOf(row), k: k - row.born })),
  });
  const batch = lab.batch(rows.map(startOf), {
    puzzle: rows.map(puzzleOf),
    lambda,
    ...(sigma > 0 && { noise }),
  });
  while (rows.length > 0) {
    const ahead = Math.min(...rows.map(({ iterations }) => depth - iterations));
    const { summaries } = await batch.advance(ahead);
    for (const summary of summaries) for (const [i, row] of rows.entries()) observe(row, i, summary);
    yield { done: lab.spent, total, partial: copyOf(table) };
    const staying = rows.flatMap(({ landed }, i) => (landed ? [] : [i]));
    const added = fresh(lab.room - staying.length, batch.k);
    if (added.length === 0 && staying.length === rows.length) continue;
    rows = [...staying.flatMap((i) => rows[i] ?? []), ...added];
    if (rows.length > 0) batch.become([...staying, ...added.map(startOf)], rows.map(puzzleOf));
  }
  batch.dispose();
  return table;

  /** A row that has landed is not heard any more: how far a slice goes beyond depends on the device. */
  function observe(row: Row, i: number, { residual, digits }: Summary): void {
    if (row.landed) return;
    const now = residual[i] ?? Number.NaN;
    row.iterations++;
    row.resting = now < tolerance ? row.resting + 1 : 0;
    const settled = row.resting >= SETTLE_RUN;
    row.landed = settled || row.iterations >= depth || !Number.isFinite(now);
    const from = depths.indexOf(row.iterations);
    if (from < 0 && !row.landed) return;
    const grid = digits.subarray(i * 81, i * 81 + 81);
    const at = (row.puzzle * starts + row.start) * depths.length;
    const known = Number.isNaN(now) ? Number.POSITIVE_INFINITY : now;
    const right = isRight(grid, puzzleOf(row)) ? 1 : 0;
    const [begin, end] = row.landed ? [depths.findIndex((d) => d >= row.iterations), depths.length] : [from, from + 1];
    table.residual.fill(known, at + begin, at + end);
    table.right.fill(right, at + begin, at + end);
    if (!row.landed) return;
    table.settledAt[row.puzzle * starts + row.start] = settled ? row.iterations - SETTLE_RUN + 1 : -1;
    if (row.start === 0) table.guesses[row.puzzle] = rate(digitsOf(puzzleOf(row)), MOST_GUESSES) ?? -1;
  }
}

/** What is told on the way must not change under whoever heard it. */
function copyOf(table: TrialTable): TrialTable {
  return {
    ...table,
    residual: table.residual.slice(),
    right: table.right.slice(),
    settledAt: table.settledAt.slice(),
    guesses: table.guesses.slice(),
  };
}
