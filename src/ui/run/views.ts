import {
  gridAt,
  gridKeyAt,
  isSettled,
  type RunRecord,
  residualAt,
  type Status,
  statusAt,
} from "../../model/eqr/record";
import { extendsPuzzle, isValidGrid } from "../../model/sudoku/rules";
import { DECIDED } from "../../viz/board/cell";
import type { Outcome, TrajectoryView } from "../../viz/types";

/** How every trajectory of a run is drawn at iteration k. Validity is looked up here, after the fact: nothing chooses by it. */
export function viewsAt(record: RunRecord, k: number): TrajectoryView[] {
  const statuses = Array.from({ length: record.recipe.breadth }, (_, t) => statusAt(record, t, k));
  const settledAt = statuses.map((status, t) => (status === "settled" ? settledSince(record, t, k) : null));
  const grids = numberGrids(record, settledAt, k);
  return statuses.map((status, t) => ({
    index: t,
    outcome: outcomeOf(status, record, t, k),
    grid: grids[t] ?? null,
    residual: residualAt(record, t, k),
    q: record.frames[k]?.q[t] ?? Number.NaN,
    settledAt: settledAt[t] ?? null,
  }));
}

/** Cells that the puzzle leaves open, and how many of them a trajectory has made up its mind about at iteration k. */
export function decidedAt(record: RunRecord, trajectory: number, k: number): { decided: number; open: number } {
  const confidence = record.frames[k]?.confidence.subarray(trajectory * 81, trajectory * 81 + 81);
  let open = 0;
  let decided = 0;
  for (let cell = 0; cell < 81; cell++) {
    if (record.recipe.puzzle[cell] !== ".") continue;
    open++;
    if ((confidence?.[cell] ?? 0) >= DECIDED) decided++;
  }
  return { decided, open };
}

function outcomeOf(status: Status, record: RunRecord, t: number, k: number): Outcome {
  if (status !== "settled") return status;
  const grid = gridAt(record, t, k);
  return isValidGrid(grid) && extendsPuzzle(grid, record.recipe.puzzle) ? "settled-valid" : "settled-other";
}

/** First iteration of the stretch below the tolerance that k is in. */
function settledSince(record: RunRecord, t: number, k: number): number {
  const mark = record.settledAt[t] ?? -1;
  if (mark >= 0 && mark <= k) return mark;
  let since = k;
  while (isSettled(record, t, since - 1)) since--;
  // It takes a few iterations in a row to count: the stretch began that much earlier.
  while (since > 0 && residualAt(record, t, since - 1) < record.recipe.tolerance) since--;
  return since;
}

/** Numbers the distinct settled grids from 0 in the order in which they were first settled on. */
function numberGrids(record: RunRecord, settledAt: readonly (number | null)[], k: number): (number | null)[] {
  const settled = settledAt.flatMap((since, t) => (since === null ? [] : [{ since, t }]));
  settled.sort((a, b) => a.since - b.since || a.t - b.t);
  const numbers = new Map<string, number>();
  const grids: (number | null)[] = settledAt.map(() => null);
  for (const { t } of settled) {
    const key = gridKeyAt(record, t, k);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    grids[t] = number;
  }
  return grids;
}
