import { isSettledOutcome } from "../outcome";
import type { TrajectoryView } from "../types";

/** Trajectories from back to front: settled ones on top, for they are fewer and what the pictures are about. */
export function backToFront(views: readonly TrajectoryView[]): number[] {
  const settled: number[] = [];
  const others: number[] = [];
  for (const view of views) (isSettledOutcome(view.outcome) ? settled : others).push(view.index);
  return [...others, ...settled];
}
