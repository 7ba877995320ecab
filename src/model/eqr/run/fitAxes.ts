import type { FitWindow, Reprojection } from "../record/frame";
import type { Run } from "./run";

/** Iterations from the newest frame to the next fit of the axes: none is begun beyond it, as it is to lie on them. */
export function untilFit({ autofit, firstFit, fitAt, window, last: { k } }: Run): number {
  const early = autofit && fitAt === 0 && k < firstFit ? firstFit : Number.POSITIVE_INFINITY;
  return Math.min(early, window && window.k > k ? window.k : Number.POSITIVE_INFINITY) - k;
}

/** The fit that is due at the newest frame as another page made it; null without one. */
function dueWindow({ window, last, end }: Run): FitWindow | null {
  return window && (last.k === window.k || end !== null) ? window : null;
}

/** Whether the axes are to be fitted at the newest frame. */
export function isFitDue(run: Run): boolean {
  const { k } = run.last;
  const early = run.autofit && (run.end ? run.fitAt !== k : run.fitAt === 0 && k >= run.firstFit);
  return early || dueWindow(run) !== null;
}

/** Fits the axes of the map at the newest frame; null while there are fewer than two states to fit. */
export async function fitAxes(run: Run): Promise<Reprojection | null> {
  const { last, states, recipe } = run;
  run.fitAt = last.k;
  const asThere = dueWindow(run);
  if (asThere) run.window = null;
  return run.map.fit(states, last.k, recipe.breadth, asThere?.flipped);
}
