import { sameStates } from "../../model/eqr/recipe";
import type { RunRecord } from "../../model/eqr/record";
import type { Origin } from "../../model/experiments/lab";
import type { ChartOverlay } from "../../viz/types";
import { type ExperimentState, shownOf } from "./store";

/** Iterations that the predicted slope is drawn before the trajectory settles. */
const BEFORE = 20;
/** Down to float precision. */
const FLOOR = 1e-7;

/** What experiments on the selected trajectory of this run add to the residual chart. */
export function overlaysOf(
  record: RunRecord,
  selected: number,
  kick: ExperimentState<"kick">,
  stability: ExperimentState<"stability">,
): ChartOverlay[] {
  const here = ({ recipe, trajectory }: Origin) => trajectory === selected && sameStates(recipe, record.recipe);
  const overlays: ChartOverlay[] = [];
  const course = shownOf(kick);
  if (kick.request && course && here(kick.request.origin))
    overlays.push({ name: "kicked", from: kick.request.origin.k + 1, values: course.kicked });
  const settled = record.settledAt[selected] ?? -1;
  if (stability.status === "done" && settled > 0 && here(stability.request.origin)) {
    const values = slopeThrough(record.frames[settled]?.residual[selected] ?? Number.NaN, stability.result.predicted);
    if (values.length > 0) overlays.push({ name: "predicted", from: settled - BEFORE, values });
  }
  return overlays;
}

/** A straight line on the log scale through a residual, from BEFORE iterations earlier to the floor. */
function slopeThrough(residual: number, factor: number): number[] {
  if (!(residual > 0 && factor > 0 && factor < 1)) return [];
  const after = Math.ceil(Math.log(FLOOR / residual) / Math.log(factor));
  return Array.from({ length: BEFORE + after + 1 }, (_, i) => residual * factor ** (i - BEFORE));
}
