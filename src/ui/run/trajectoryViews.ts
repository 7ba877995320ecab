import { type GridTags, NO_GRIDS, tagOf, withGrids } from "../../model/analysis/gridTags";
import { acceptedAt, cycleAt } from "../../model/eqr/nudges/nudgeRecord";
import { arrivalAt, outcomeAt } from "../../model/eqr/record/outcome";
import {
  brokenAt,
  confidenceAt,
  decodedAt,
  phaseAt,
  type RunRecord,
  residualAt,
  suppositionsAt,
} from "../../model/eqr/record/record";
import { DECIDED } from "../../viz/board/cell";
import type { NudgeStanding, TrajectoryView } from "../../viz/types";

/** How every trajectory of a run is drawn at iteration k; `tags` are the grids known of its puzzle, by default the run's own. */
export function trajectoryViewsAt(
  record: RunRecord,
  k: number,
  tags: GridTags = withGrids(NO_GRIDS, record.arrived),
): TrajectoryView[] {
  const arrivals = Array.from({ length: record.recipe.breadth }, (_, t) => arrivalAt(record, t, k));
  return arrivals.map((arrival, t) => ({
    index: t,
    outcome: outcomeAt(record, t, k, arrival),
    grid: arrival && tagOf(tags, decodedAt(record, t, arrival.readAt)),
    residual: residualAt(record, t, k),
    q: record.frames[k]?.q[t] ?? Number.NaN,
    settledAt: arrival?.kind === "settled" ? arrival.since : null,
    brokenAt: brokenAt(record, t, k),
    nudge: standingAt(record, t, k),
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
  const confidence = confidenceAt(record, trajectory, k);
  let open = 0;
  let decided = 0;
  record.problem.input.forEach((given, cell) => {
    if (given > 0) return;
    open++;
    if ((confidence?.[cell] ?? 0) >= DECIDED) decided++;
  });
  return { decided, open };
}
