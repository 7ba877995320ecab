import type { Grid } from "../../tasks/task";
import type { Frame } from "../record/frame";
import { copyRow, copySummary, type Summary } from "../record/summary";
import type { Halting } from "./halting";

/** [B] whether a trajectory has halted or broken: what it left last stays in all later frames. */
export function frozenRows(halting: Halting, breadth: number): boolean[] {
  return Array.from({ length: breadth }, (_, t) => halting.standing(t) !== "running");
}

/** The numbers of all trajectories, from those of the rows that were computed and, for frozen ones, the last frame. */
export function spreadRows(
  summary: Summary,
  rows: readonly number[],
  frozen: readonly boolean[],
  last: Frame,
  grid: Grid,
): Summary {
  if (rows.length === frozen.length && !frozen.includes(true)) return summary;
  const next = copySummary(last);
  rows.forEach((trajectory, row) => {
    if (!frozen[trajectory]) copyRow(summary, row, next, trajectory, grid);
  });
  return next;
}

/** A frame with numbers of its own. */
export function copyOf(frame: Frame): Frame {
  return { ...frame, ...copySummary(frame) };
}
