import { memo } from "react";
import type { GridTag } from "../../model/analysis/gridTags";
import type { Basis } from "../../model/eqr/record/frame";
import type { Outcome } from "../../model/eqr/record/outcome";
import { say } from "../../words/say";
import { Mark, OutcomeMark } from "../list/OutcomeMark";
import { EVENTS } from "../nudges/looks";
import { gridWords, isValidOutcome, OUTCOMES } from "../outcome";
import type { TrajectoryView } from "../types";
import type { KickedTrack } from "./drawKick";
import { countOutcomes } from "./sentence";

export interface MapLegendProps {
  readonly views: readonly TrajectoryView[];
  readonly basis: Basis | null;
  readonly nudged: boolean;
  readonly kicked?: KickedTrack | null;
}

/** Shown even while no trajectory has this outcome, so that the legend does not grow under the eye. */
const ALWAYS: readonly Outcome[] = ["settled-valid", "settled-other", "wandering", "moving", "start"];
/** An accepted state comes to rest, and is settled a moment later. */
const RARE: readonly Outcome[] = ["accepted-valid", "accepted-other", "broken"];

/** What the marks of the map mean and how many there are of each; with several grids, how many settled on which. */
export const MapLegend = memo(function MapLegend({ views, basis, nudged, kicked = null }: MapLegendProps) {
  const counts = new Map(countOutcomes(views));
  const shown = [...ALWAYS, ...RARE.filter((outcome) => counts.has(outcome))];
  return (
    <div className="map-legend">
      <ul>
        {shown.map((outcome) =>
          isValidOutcome(outcome) && countGrids(views, outcome).length > 0 ? (
            <li key={outcome}>
              {OUTCOMES[outcome].word}
              {countGrids(views, outcome).map(([grid, count]) => (
                <span key={grid.number}>
                  <OutcomeMark outcome={outcome} grid={grid} size={14} />
                  <b>{count}</b>
                  <span className="visually-hidden"> {say`on grid ${grid.letter ?? ""}`}</span>
                </span>
              ))}
            </li>
          ) : (
            <li key={outcome}>
              <OutcomeMark outcome={outcome} />
              {OUTCOMES[outcome].word}
              {outcome !== "start" && <b>{counts.get(outcome) ?? 0}</b>}
            </li>
          ),
        )}
        {kicked && (
          <li>
            <OutcomeMark outcome={kicked.outcome} grid={kicked.grid} />
            {say`kicked at ${kicked.k}: ${OUTCOMES[kicked.outcome].word}${gridWords(kicked.grid)}`}
          </li>
        )}
        {nudged &&
          Object.values(EVENTS).map(({ shape, short, variable }) => (
            <li key={short}>
              <Mark shape={shape} variable={variable} />
              {short}
            </li>
          ))}
      </ul>
      {basis && <p>{say`axes fitted on ${basis.states} states, iterations ${basis.fromK}–${basis.toK}`}</p>}
    </div>
  );
}, sameProps);

/** Views are new objects at every iteration: only what is counted of them counts. */
function sameProps(a: MapLegendProps, b: MapLegendProps): boolean {
  return (
    a.basis === b.basis &&
    a.nudged === b.nudged &&
    a.kicked?.k === b.kicked?.k &&
    a.kicked?.outcome === b.kicked?.outcome &&
    a.kicked?.grid === b.kicked?.grid &&
    a.views.length === b.views.length &&
    a.views.every(({ outcome, grid }, i) => outcome === b.views[i]?.outcome && grid === b.views[i]?.grid)
  );
}

/** How many trajectories reached each lettered grid with this outcome, by letter; none where there is one grid only. */
export function countGrids(views: readonly TrajectoryView[], way: Outcome): (readonly [GridTag, number])[] {
  const counts = new Map<number, readonly [GridTag, number]>();
  for (const { outcome, grid } of views)
    if (outcome === way && grid?.letter) counts.set(grid.number, [grid, (counts.get(grid.number)?.[1] ?? 0) + 1]);
  return [...counts.values()].sort(([a], [b]) => a.number - b.number);
}
