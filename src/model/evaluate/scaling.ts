import { type NestedDesign, nestedDesign } from "../analysis/nestedDesign";
import { scalesOf } from "../analysis/scales";
import type { Recipe } from "../eqr/recipe/recipe";
import { quietAt, sigmaAt } from "../eqr/recipe/schedule";
import { RESIDUAL_WINDOW } from "../eqr/recipe/selection";
import { createRun, isAtRest } from "../eqr/record/atRest";
import { rowsOf } from "../eqr/record/summary";
import type { Lab } from "../lab/lab";
import { GOES_ON, type Job } from "../lab/pool";
import type { Start } from "../lab/rows";
import { isSolution, problemOf } from "../tasks";
import type { Problem } from "../tasks/task";
import { runWatchers } from "./watchers";

/** Which puzzles are solved over depth x breadth, by the paper's dynamics: no nudges, whatever the recipe says of them. */
export interface ScalingRequest {
  /** Its depth and breadth are the largest; its puzzle is replaced by each of the puzzles. */
  readonly recipe: Recipe;
  /** Only cells of at most so many iterations per puzzle, depth x breadth, are measured. */
  readonly budget: number;
  readonly puzzles: readonly string[];
}

/** What became of one puzzle. */
export interface ScalingAnswer {
  /** Index of the puzzle among those given. */
  readonly index: number;
  /** [breadths][measured depths] of the design: whether the start that is chosen among the first b is right. */
  readonly solved: readonly (readonly boolean[])[];
  /** Iterations made, of all starts together. */
  readonly iterations: number;
}

/** One start at each depth of the design that it ran to, or rested before. */
interface Trace {
  /** Where it stands in the ranking: the smaller the better, number by number. */
  readonly keys: readonly Key[];
  /** Whether the decoded grid solves the puzzle. Looked up afterwards: nothing is chosen by it. */
  readonly right: readonly boolean[];
  readonly iterations: number;
}

/** 0 at rest and by -q, else 1 and by the mean of the last residuals (selection.ts); what broke comes last. */
type Key = readonly [rests: 0 | 1, value: number];

export function designOf({ recipe, budget }: Pick<ScalingRequest, "recipe" | "budget">): NestedDesign {
  return nestedDesign(scalesOf({ ...recipe, nudges: 0, stopCount: 0 }), budget);
}

/**
 * Runs the starts of each puzzle as deep as the design needs them, each alone: one at rest stays where it is and costs
 * nothing any more. Yields, after every slice, the puzzles whose starts have all landed in it: often none. What it answers
 * does not depend on how many starts share a batch.
 */
export async function* measureScaling(
  lab: Lab,
  request: ScalingRequest,
): AsyncGenerator<readonly ScalingAnswer[], void> {
  const { seed, lambda } = request.recipe;
  const design = designOf(request);
  const { depthOf } = design;
  if (depthOf.length === 0) throw new RangeError("The budget is less than one iteration.");
  const z = lab.backend.start(seed, 0, depthOf.length);
  const traces = new Map<number, Trace[]>();
  try {
    const jobs = jobsOf(request, design, (row) => ({ z, row }));
    const pool = runWatchers(lab, jobs, { lambda, seed });
    for await (const landed of pool) {
      const answers: ScalingAnswer[] = [];
      for (const { result } of landed) {
        const all = traces.get(result.index) ?? [];
        all[result.start] = result.trace;
        traces.set(result.index, all);
        if (all.filter(Boolean).length < depthOf.length) continue;
        traces.delete(result.index);
        answers.push({ index: result.index, ...answerOf(all, design) });
      }
      yield answers;
    }
  } finally {
    z.dispose();
  }
}

/** Which cells of the design are right, by the page's rule among the first starts of each breadth; ties go to the first. */
function answerOf(traces: readonly Trace[], { breadths, measured }: NestedDesign): Omit<ScalingAnswer, "index"> {
  return {
    solved: breadths.map((breadth, i) =>
      Array.from({ length: measured[i] ?? 0 }, (_, depth) => {
        const best = traces.slice(0, breadth).reduce((a, b) => (isBefore(b.keys[depth], a.keys[depth]) ? b : a));
        return best.right[depth] ?? false;
      }),
    ),
    iterations: traces.reduce((sum, { iterations }) => sum + iterations, 0),
  };
}

function isBefore(a: Key | undefined, b: Key | undefined): boolean {
  if (!a || !b) return a !== undefined;
  return a[0] === b[0] ? a[1] < b[1] : a[0] < b[0];
}

interface Landed {
  readonly index: number;
  readonly start: number;
  readonly trace: Trace;
}

/** The starts of each puzzle in turn, the deepest first. */
function* jobsOf(
  { recipe, puzzles }: ScalingRequest,
  { depths, depthOf }: NestedDesign,
  startOf: (trajectory: number) => Start,
): Generator<Job<Landed>> {
  for (const [index, puzzle] of puzzles.entries()) {
    const problem = problemOf({ ...recipe, puzzle });
    for (const [start, depth] of depthOf.entries()) {
      const tracer = createTracer(recipe, problem, depths, depth);
      yield {
        starts: [startOf(start)],
        noise: (k) => [{ trajectory: start, k, sigma: sigmaAt(recipe, k) }],
        inputs: () => [problem.input],
        ahead: tracer.ahead,
        observe(summary, row) {
          const residual = summary.residual[row] ?? Number.NaN;
          const q = summary.q[row] ?? Number.NaN;
          const trace = tracer.observe(residual, q, () => rowsOf(summary, row, row + 1, problem.grid).digits);
          return trace ? { landed: { index, start, trace } } : GOES_ON;
        },
      };
    }
  }
}

/** Follows one start to rest or to its depth, and notes where it is at each of the depths: where it was last without noise. */
function createTracer(recipe: Recipe, problem: Problem, depths: readonly number[], end: number) {
  const rest = createRun((still: boolean) => still);
  const reads = depths.filter((depth) => depth <= end).map((depth) => quietAt(recipe, depth));
  const keys: Key[] = [];
  const right: boolean[] = [];
  let recent: number[] = [];
  let k = 0;
  let iterations = 0;

  /** The residual of one more iteration; of one that rests it is the last one again. */
  function add(now: number): void {
    k++;
    const quietens = sigmaAt(recipe, k) === 0 && sigmaAt(recipe, k - 1) > 0;
    recent = [...(quietens ? [] : recent), now].slice(-RESIDUAL_WINDOW);
  }

  const isRead = (): boolean => (reads[keys.length] ?? Number.POSITIVE_INFINITY) <= k;

  /** Notes it for all depths that are read by now. */
  function note(q: number, solved: boolean): void {
    const rests = rest.settledAt !== null;
    const value = rests ? -q : recent.reduce((a, b) => a + b, 0) / recent.length;
    while (isRead()) {
      keys.push(Number.isNaN(value) ? [1, Number.POSITIVE_INFINITY] : [rests ? 0 : 1, value]);
      right.push(solved);
    }
  }

  return {
    ahead: () => end - k,
    observe(now: number, q: number, digits: () => Uint8Array): Trace | null {
      add(now);
      iterations++;
      rest.observe(isAtRest(now, recipe.tolerance, sigmaAt(recipe, k)));
      const landed = rest.settledAt !== null || k >= end || !Number.isFinite(now);
      if (!landed && !isRead()) return null;
      const solved = isSolution(problem, digits());
      note(q, solved);
      if (!landed) return null;
      while (k < end) {
        add(now);
        note(q, solved);
      }
      return { keys, right, iterations };
    },
  };
}
