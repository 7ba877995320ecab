import { acceptedAt, cycleAt } from "../../model/eqr/nudges/nudgeRecord";
import {
  decodedAt,
  gridKeyAt,
  isSettled,
  phaseAt,
  type RunRecord,
  residualAt,
  type Status,
  statusAt,
  suppositionsAt,
} from "../../model/eqr/record";
import { extendsPuzzle, isValidGrid } from "../../model/tasks/sudoku/rules";
import { DECIDED } from "../../viz/board/cell";
import type { NudgeStanding, Outcome, TrajectoryView } from "../../viz/types";

/** How every trajectory of a run is drawn at iteration k. Validity is looked up here, after the fact: nothing chooses by it. */
export function viewsAt(record: RunRecord, k: number): TrajectoryView[] {
  const statuses = Array.from({ length: record.recipe.breadth }, (_, t) => statusAt(record, t, k));
  const settledAt = statuses.map((status, t) => (status === "settled" ? settledSince(record, t, k) : null));
  const nudges = statuses.map((_, t) => standingAt(record, t, k));
  // Under noise the state goes on to move: the grid that was accepted is the one that counts.
  const readAt = statuses.map((status, t) => (status === "settled" ? k : (nudges[t]?.acceptedAt ?? k)));
  const since = settledAt.map((settled, t) => settled ?? nudges[t]?.acceptedAt ?? null);
  const grids = numberGrids(record, since, readAt);
  return statuses.map((status, t) => ({
    index: t,
    outcome: outcomeOf(status, nudges[t] ?? null, record, t, readAt[t] ?? k),
    grid: grids[t] ?? null,
    residual: residualAt(record, t, k),
    q: record.frames[k]?.q[t] ?? Number.NaN,
    settledAt: settledAt[t] ?? null,
    nudge: nudges[t] ?? null,
  }));
}

function standingAt(record: RunRecord, t: number, k: number): NudgeStanding | null {
  const phase = phaseAt(record, t, k);
  if (!phase) return null;
  const hypotheses = suppositionsAt(record, t, k)?.reduce((count, digit) => count + (digit > 0 ? 1 : 0), 0) ?? 0;
  return { phase, cycle: cycleAt(record, t, k) ?? 0, hypotheses, acceptedAt: acceptedAt(record, t, k) };
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

/** The outcome of a trajectory whose grid is read at iteration k. */
function outcomeOf(status: Status, nudge: NudgeStanding | null, record: RunRecord, t: number, k: number): Outcome {
  const accepted = nudge?.phase === "accepted" && status !== "broken";
  if (status !== "settled" && !accepted) return status;
  const grid = decodedAt(record, t, k);
  const valid = isValidGrid(grid) && extendsPuzzle(grid, record.recipe.puzzle);
  return `${status === "settled" ? "settled" : "accepted"}-${valid ? "valid" : "other"}`;
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

/**
 * Numbers the distinct grids that trajectories have come to from 0, in the order in which they were first come to.
 * since[t]: when that was, null while it has not; readAt[t]: the iteration whose grid counts.
 */
function numberGrids(
  record: RunRecord,
  since: readonly (number | null)[],
  readAt: readonly number[],
): (number | null)[] {
  const arrived = since.flatMap((at, t) => (at === null ? [] : [{ at, t }]));
  arrived.sort((a, b) => a.at - b.at || a.t - b.t);
  const numbers = new Map<string, number>();
  const grids: (number | null)[] = since.map(() => null);
  for (const { t } of arrived) {
    const key = gridKeyAt(record, t, readAt[t] ?? 0);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    grids[t] = number;
  }
  return grids;
}
