import type { Outcome } from "../../model/eqr/record/outcome";
import { say } from "../../words/say";
import { formatQ, formatSigned, spokenResidual, trajectoryNumber } from "../format";
import { standingWords } from "../nudges/words";
import { gridWords, OUTCOMES } from "../outcome";
import type { TrajectoryView } from "../types";

/** The map in a sentence: where the selected trajectory is, and how the others are doing. */
export function mapSentence(
  views: readonly TrajectoryView[],
  selected: number,
  cursor: number,
  place: readonly [number, number] | null,
  axes: readonly [number, number],
): string {
  const view = views.find(({ index }) => index === selected);
  if (!view) return say`No run yet.`;
  const grid = gridWords(view.grid);
  const residual = Number.isFinite(view.residual) ? say`, residual ${spokenResidual(view.residual)}` : "";
  const q = Number.isFinite(view.q) ? `, q ${formatQ(view.q)}` : "";
  const nudge = view.nudge ? `, ${standingWords(view.nudge)}` : "";
  const known = place?.every(Number.isFinite);
  const where = known
    ? say` It is at ${formatSigned(place?.[0] ?? 0, 1)} on PC ${axes[0] + 1} and ${formatSigned(place?.[1] ?? 0, 1)} on PC ${axes[1] + 1}.`
    : "";
  return say`Trajectory ${trajectoryNumber(selected)} of ${views.length} at iteration ${cursor}: ${OUTCOMES[view.outcome].word}${grid}${residual}${q}${nudge}.${where} Of all: ${tally(views)}.`;
}

/** How many trajectories have which outcome: "4 settled, valid; 8 wandering". */
export function tally(views: readonly TrajectoryView[]): string {
  return countOutcomes(views)
    .map(([outcome, count]) => `${count} ${OUTCOMES[outcome].word}`)
    .join("; ");
}

/** Outcomes that occur and how often, in the order of the legend. */
export function countOutcomes(views: readonly TrajectoryView[]): (readonly [Outcome, number])[] {
  return LEGEND_ORDER.map(
    (outcome) => [outcome, views.filter((view) => view.outcome === outcome).length] as const,
  ).filter(([, count]) => count > 0);
}

const LEGEND_ORDER: readonly Outcome[] = [
  "settled-valid",
  "settled-other",
  "accepted-valid",
  "accepted-other",
  "wandering",
  "moving",
  "start",
  "broken",
];
