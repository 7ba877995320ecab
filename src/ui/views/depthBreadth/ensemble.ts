import { type GridCell, joinStarts } from "../../../model/analysis/depthBreadth";
import { createTable, type TrialTable } from "../../../model/analysis/trialTable";
import { type Recipe, same } from "../../../model/eqr/recipe/recipe";
import { quietAt } from "../../../model/eqr/recipe/schedule";
import { decodedAt, type RunRecord, residualAt } from "../../../model/eqr/record/record";
import { depthsOf, type SampleRequest, type StartsRequest } from "../../../model/experiments/trials";
import { isSolution } from "../../../model/tasks";
import { intervalText } from "../../../viz/depthBreadth/words";
import { say } from "../../../words/say";

/** Starts of the puzzle beside those of its run; nudged runs have no starts of this kind. */
export function startsRequest(recipe: Recipe, starts: number): (StartsRequest & { kind: "starts" }) | null {
  const own = recipe.nudges > 0 ? 0 : recipe.breadth;
  if (starts <= own) return null;
  const pure = { ...recipe, nudges: 0 };
  return { kind: "starts", recipe: pure, puzzles: [recipe.puzzle], first: own, starts: starts - own };
}

export function sampleRequest(
  recipe: Recipe,
  puzzles: readonly string[],
  starts: number,
): SampleRequest & { kind: "sample" } {
  return { kind: "sample", recipe: { ...recipe, nudges: 0 }, puzzles, first: 0, starts };
}

/** Whether starts by these recipes are starts of the same kind: all but how many and how long, and of a sample the puzzle. */
export function sameDynamics(a: Recipe, b: Recipe, puzzleToo: boolean): boolean {
  const bare = (recipe: Recipe) => ({
    ...recipe,
    depth: 1,
    breadth: 1,
    nudges: 0,
    puzzle: puzzleToo ? recipe.puzzle : "",
  });
  return same(bare(a), bare(b), "run");
}

/** The starts of a run as far as it has come, at these depths; those of a nudged run are of another kind. */
export function tableOfRun(record: RunRecord, depths = depthsOf(record.recipe)): TrialTable {
  const { breadth, nudges } = record.recipe;
  const table = createTable(1, nudges > 0 ? 0 : breadth, depths);
  const newest = record.frames.length - 1;
  const stands = record.end?.kind === "settled";
  for (let start = 0; start < table.starts; start++) {
    depths.forEach((depth, column) => {
      // A run that has ended with all at rest stands still from there on.
      const k = stands ? Math.min(depth, newest) : quietAt(record.recipe, depth);
      if (k > newest) return;
      const residual = residualAt(record, start, k);
      const entry = start * depths.length + column;
      table.residual[entry] = Number.isNaN(residual) ? Number.POSITIVE_INFINITY : residual;
      table.right[entry] = isSolution(record.problem, decodedAt(record, start, k)) ? 1 : 0;
    });
  }
  return table;
}

/** What is known of a puzzle's starts: the run's own, and those measured beside it where they are of the same kind. */
export function startsKnown(
  record: RunRecord,
  measured: { readonly request: StartsRequest; readonly table: TrialTable } | null,
): TrialTable {
  if (!measured || !sameDynamics(record.recipe, measured.request.recipe, true)) return tableOfRun(record);
  const own = tableOfRun(record, measured.table.depths);
  // Those of the run that were measured as well would count twice.
  const distinct = Math.min(own.starts, measured.request.first);
  return joinStarts(firstStarts(own, distinct), measured.table);
}

function firstStarts(table: TrialTable, starts: number): TrialTable {
  const entries = starts * table.depths.length;
  return {
    ...table,
    starts,
    residual: table.residual.slice(0, entries),
    right: table.right.slice(0, entries),
    settledAt: table.settledAt.slice(0, starts),
  };
}

/** The grid in a sentence: feed-forward against all there is. */
export function describeGrid(cells: readonly GridCell[], cases: string): string | null {
  const known = cells.filter(({ n }) => n > 0);
  const baseline = known.find(({ depth, breadth }) => depth === 1 && breadth === 1);
  const deepest = Math.max(...known.map(({ depth }) => depth));
  const alone = known.find(({ depth, breadth }) => depth === deepest && breadth === 1);
  const widest = known.filter(({ depth }) => depth === deepest).at(-1);
  if (!baseline || !alone || !widest) return null;
  const words = (cell: GridCell, what = "") =>
    say`${cell.count} of ${cell.n}${what} (95 % interval ${intervalText(cell)})`;
  const wide = widest.breadth > 1 ? say`; best of ${widest.breadth}: ${words(widest)}` : "";
  return say`Feed-forward, one start: right in ${words(baseline, ` ${cases}`)}. Depth ${deepest}: ${words(alone)}${wide}.`;
}
