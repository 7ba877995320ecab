import type { Basis } from "../model/eqr/frame";
import { countOutcomes } from "./map/sentence";
import { OutcomeMark } from "./OutcomeMark";
import { gridLetter, OUTCOMES } from "./outcome";
import type { Outcome, TrajectoryView } from "./types";

export interface MapLegendProps {
  readonly views: readonly TrajectoryView[];
  readonly several: boolean;
  readonly basis: Basis | null;
}

/** Shown even while no trajectory has come to it, so that the legend does not grow under the eye. */
const ALWAYS: readonly Outcome[] = ["settled-valid", "settled-other", "wandering", "moving", "start"];

/** What the marks of the map mean and how many there are of each; with several grids, how many settled on which. */
export function MapLegend({ views, several, basis }: MapLegendProps) {
  const counts = new Map(countOutcomes(views));
  const shown = counts.has("broken") ? [...ALWAYS, "broken" as const] : ALWAYS;
  return (
    <div className="map-legend">
      <ul>
        {shown.map((outcome) =>
          several && outcome === "settled-valid" ? (
            <li key={outcome}>
              {OUTCOMES[outcome].word}
              {countGrids(views).map(([grid, count]) => (
                <span key={grid}>
                  <OutcomeMark outcome={outcome} grid={grid} several size={14} />
                  <b>{count}</b>
                  <span className="visually-hidden"> on grid {gridLetter(grid)}</span>
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
      </ul>
      {basis && (
        <p>
          axes fitted on {basis.states} states, iterations {basis.fromK}–{basis.toK}
        </p>
      )}
    </div>
  );
}

/** How many trajectories settled on each valid grid, by letter. */
export function countGrids(views: readonly TrajectoryView[]): (readonly [number, number])[] {
  const counts = new Map<number, number>();
  for (const { outcome, grid } of views)
    if (outcome === "settled-valid" && grid !== null) counts.set(grid, (counts.get(grid) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}
