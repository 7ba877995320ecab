import type { Base } from "../../../model/eqr/recipe/terms";
import type { BasinPlane } from "../../../model/experiments/basinMap";
import type { TrajectoryView } from "../../../viz/types";
import type { PlaneChoice } from "./setup";
import { FIRST_DIRECTION } from "./words";

/** A settled state is taken some iterations after it counts as settled, nearer to its fixed point. */
const AFTER_SETTLING = 8;

/**
 * The plane that a choice means for the present run; null where there is none, as `settled` before anything has settled.
 * With a chosen start, what the first trajectory has settled on did not come of the Gaussian start that a base names.
 */
export function planeFor(
  choice: PlaneChoice,
  selected: number,
  views: readonly TrajectoryView[],
  chosen = false,
): BasinPlane | null {
  const start = (trajectory: number): Base => ({ trajectory, iterations: 0 });
  if (choice === "directions")
    return { kind: "directions", bases: [start(selected), start(FIRST_DIRECTION), start(FIRST_DIRECTION + 1)] };
  if (choice === "starts")
    return { kind: "points", bases: [start(selected), start(selected + 1), start(selected + 2)] };
  const [first, second] = differentStates(chosen ? views.slice(1) : views);
  if (!first) return null;
  return { kind: "points", bases: [start(selected), first, second ?? start(selected + 1)] };
}

/** One settled trajectory for each of the first two grids that any has settled on. */
function differentStates(views: readonly TrajectoryView[]): readonly Base[] {
  const byGrid = new Map<number, Base>();
  for (const { index, grid, settledAt } of views)
    if (grid !== null && settledAt !== null && !byGrid.has(grid.number))
      byGrid.set(grid.number, { trajectory: index, iterations: settledAt + AFTER_SETTLING });
  return [...byGrid.values()].slice(0, 2);
}
