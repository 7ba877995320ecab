import { scalesOf } from "../analysis/scales";
import { copyOf, createTable, type TrialTable } from "../analysis/trialTable";
import type { Recipe } from "../eqr/recipe/recipe";
import { quietAt, sigmaAt } from "../eqr/recipe/schedule";
import { createRun, isAtRest } from "../eqr/record/atRest";
import { rowsOf } from "../eqr/record/summary";
import type { Lab } from "../lab/lab";
import { GOES_ON, type Job, runPool } from "../lab/pool";
import { isSolution, problemOf, solverOf } from "../tasks";
import type { Experiment, Running } from "./experiment";

/**
 * Many starts of one puzzle or of each of many, each run to rest or to the recipe's depth. Pure dynamics, whatever the
 * recipe says of nudges. What a start holds at a depth is read where it was last without noise (quietAt).
 */
interface Trials {
  /** Its own puzzle and breadth are not used. */
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

/** A rating is not worth a longer search. */
const MOST_GUESSES = 20_000;

export const starts: Experiment<StartsRequest, TrialTable, TrialTable> = { kind: "starts", cost, run };
export const sample: Experiment<SampleRequest, TrialTable, TrialTable> = { kind: "sample", cost, run };

function cost({ recipe, puzzles, starts }: Trials): number {
  return puzzles.length * starts * recipe.depth;
}

/** The depths that a table of this recipe is kept at. */
export function depthsOf(recipe: Recipe): readonly number[] {
  return scalesOf({ ...recipe, breadth: 1 }).depths;
}

/** The first start of every puzzle goes first, then the second of each: what is drawn early is about all of them. */
async function* run(lab: Lab, request: Trials): Running<TrialTable, TrialTable> {
  const { recipe, puzzles, starts } = request;
  const { seed, lambda, sigma } = recipe;
  const table = createTable(puzzles.length, starts, depthsOf(recipe));
  const total = cost(request);
  // A partial result must not change once it has been handed out.
  for await (const _ of runPool(lab, jobsOf(request, table), { lambda, ...(sigma > 0 && { seed }) }))
    yield { done: lab.spent, total, partial: copyOf(table) };
  return table;
}

/** The starts in turn; each writes its own entries of the table. */
function* jobsOf({ recipe, puzzles, first, starts }: Trials, table: TrialTable): Generator<Job<true>> {
  const { seed, depth, tolerance } = recipe;
  const problems = puzzles.map((puzzle) => problemOf({ ...recipe, puzzle }));
  const reads = table.depths.map((depth) => quietAt(recipe, depth));
  for (let start = 0; start < starts; start++)
    for (const [puzzle, problem] of problems.entries()) {
      const rest = createRun((still: boolean) => still);
      let iterations = 0;
      const trajectory = first + start;
      yield {
        starts: [{ seed, trajectory }],
        noise: (k) => [{ trajectory, k, sigma: sigmaAt(recipe, k) }],
        inputs: () => [problem.input],
        ahead: () => depth - iterations,
        observe(summary, row) {
          const now = summary.residual[row] ?? Number.NaN;
          iterations++;
          rest.observe(isAtRest(now, tolerance, sigmaAt(recipe, iterations)));
          const { settledAt } = rest;
          const landed = settledAt !== null || iterations >= depth || !Number.isFinite(now);
          if (!landed && !reads.includes(iterations)) return GOES_ON;
          const right = isSolution(problem, rowsOf(summary, row, row + 1, problem.grid).digits);
          note(table, puzzle * starts + start, reads, { iterations, residual: now, right, landed });
          if (!landed) return GOES_ON;
          table.settledAt[puzzle * starts + start] = settledAt ?? -1;
          if (start === 0) table.guesses[puzzle] = solverOf(problem)?.rate(problem, MOST_GUESSES) ?? -1;
          return { landed: true };
        },
      };
    }
}

/** Writes where a start is: at the depths that are read now, and at all later ones where it has landed. */
function note(
  { residual, right }: TrialTable,
  start: number,
  reads: readonly number[],
  now: { readonly iterations: number; readonly residual: number; readonly right: boolean; readonly landed: boolean },
): void {
  const at = start * reads.length;
  reads.forEach((k, column) => {
    if (now.landed ? k < now.iterations : k !== now.iterations) return;
    residual[at + column] = Number.isNaN(now.residual) ? Number.POSITIVE_INFINITY : now.residual;
    right[at + column] = now.right ? 1 : 0;
  });
}
