import { type GridTag, type GridTags, NO_GRIDS, tagOf } from "../../model/analysis/gridTags";
import { type Recipe, same } from "../../model/eqr/recipe/recipe";
import type { Outcome } from "../../model/eqr/record/outcome";
import type { RunRecord } from "../../model/eqr/record/record";
import type { Ending, KickResult } from "../../model/experiments/kick";
import type { StateRef } from "../../model/lab/lab";
import { isSolution, problemOf } from "../../model/tasks";
import type { KickedTrack } from "../../viz/map/drawKick";
import type { ChartOverlay } from "../../viz/residuals/Overlays";
import { type ExperimentState, shownOf } from "./store";

/** Iterations that the predicted slope is drawn before the trajectory settles. */
const BEFORE = 20;
/** Down to float precision. */
const FLOOR = 1e-7;

/** The experiment whose line has this name in the residual chart. */
export const OVERLAYS = { kicked: "kick", predicted: "stability" } as const;

export type OverlayName = keyof typeof OVERLAYS;

/** What experiments on the selected trajectory of this run add to the residual chart. */
export function overlaysOf(
  record: RunRecord,
  selected: number,
  kick: ExperimentState<"kick">,
  stability: ExperimentState<"stability">,
): (ChartOverlay & { readonly name: OverlayName })[] {
  const here = ({ recipe, trajectory }: StateRef) => trajectory === selected && same(recipe, record.recipe, "states");
  const overlays: (ChartOverlay & { readonly name: OverlayName })[] = [];
  const course = shownOf(kick);
  if (kick.request && course && here(kick.request.origin)) {
    // From the residual before the kick on, so that the jump is seen; at iteration 0 there is none.
    const { k } = kick.request.origin;
    const before = record.frames[k]?.residual[selected] ?? Number.NaN;
    const jump = Number.isFinite(before) ? [before] : [];
    overlays.push({ name: "kicked", from: k + 1 - jump.length, values: [...jump, ...course.kicked] });
  }
  const settled = record.settledAt[selected] ?? -1;
  if (stability.status === "done" && settled > 0 && here(stability.request.origin)) {
    const values = slopeThrough(record.frames[settled]?.residual[selected] ?? Number.NaN, stability.result.predicted);
    if (values.length > 0) overlays.push({ name: "predicted", from: settled - BEFORE, values });
  }
  return overlays;
}

/** The path of the last kick on the map of this run; null where it was of another run or trajectory, or the axes have turned. */
export function kickedOn(
  record: RunRecord,
  selected: number,
  kick: ExperimentState<"kick">,
  tags: GridTags = NO_GRIDS,
): KickedTrack | null {
  const path = shownOf(kick)?.path;
  if (!kick.request || !path || path.basis !== record.basis?.id) return null;
  const { recipe, trajectory, k } = kick.request.origin;
  if (trajectory !== selected || !same(recipe, record.recipe, "states")) return null;
  return {
    trajectory,
    k,
    coords: path.coords,
    outcome: kick.status === "done" ? becameOf(kick.result, recipe) : "moving",
    grid: kick.status === "done" ? endTag(kick.result.kickedEnding, tags) : null,
  };
}

/** The letter and hue of the grid that a state came to rest on; null where it did not. */
export function endTag({ settledAt, digits }: Ending, tags: GridTags): GridTag | null {
  return settledAt === null ? null : tagOf(tags, digits);
}

/** What the kicked state has come to; only what is drawn looks at the rules. */
function becameOf({ kickedEnding: { settledAt, digits } }: KickResult, recipe: Recipe): Outcome {
  if (settledAt === null) return "wandering";
  return isSolution(problemOf(recipe), digits) ? "settled-valid" : "settled-other";
}

/** A straight line on the log scale through a residual, from BEFORE iterations earlier to the floor. */
function slopeThrough(residual: number, factor: number): number[] {
  if (!(residual > 0 && factor > 0 && factor < 1)) return [];
  const after = Math.ceil(Math.log(FLOOR / residual) / Math.log(factor));
  return Array.from({ length: BEFORE + after + 1 }, (_, i) => residual * factor ** (i - BEFORE));
}
