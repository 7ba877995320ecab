import { hasArrived } from "../outcome";
import type { TrajectoryView } from "../types";

/** Trajectories from back to front: settled and accepted ones on top, for they are fewer and what the pictures are about. */
export function backToFront(views: readonly TrajectoryView[]): number[] {
  const arrived: number[] = [];
  const others: number[] = [];
  for (const view of views) (hasArrived(view.outcome) ? arrived : others).push(view.index);
  return [...others, ...arrived];
}
