import { linePath } from "../plot/path";
import { type ChartLayout, xOf, yOf } from "./layout";

/** A line that an experiment adds to the residual chart. */
export interface ChartOverlay {
  readonly name: string;
  /** Iteration of the first value. */
  readonly from: number;
  /** Residuals. */
  readonly values: readonly number[];
}

export interface OverlaysProps {
  readonly layout: ChartLayout;
  readonly tolerance: number;
  readonly overlays: readonly ChartOverlay[];
}

/** What experiments add to the residual chart: a line of its own each, named beside it. */
export function Overlays({ layout, tolerance, overlays }: OverlaysProps) {
  return (
    <g>
      {overlays.map(({ name, from, values }) => {
        const points = values.flatMap((value, i): [number, number][] =>
          from + i <= layout.end ? [[xOf(layout, from + i), yOf(layout, Math.log10(Math.max(value, 1e-12)))]] : [],
        );
        const place = nameAt(points, layout, tolerance);
        return (
          <g key={name}>
            <path className="chart-overlay" d={linePath(points)} />
            {place && (
              <text className="chart-note chart-overlay-name" x={place[0]} y={place[1]}>
                {name}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Pixels that the note on the tolerance takes from the left end of its line, and around its height. */
const NOTE = { width: 250, height: 16 } as const;

/** Where a line is named: at its middle, or nearer to its ends where the note on the tolerance is. */
export function nameAt(
  points: readonly (readonly [number, number])[],
  layout: ChartLayout,
  tolerance: number,
): readonly [number, number] | null {
  const y = yOf(layout, Math.log10(tolerance)) - 4;
  const places = [0.5, 0.75, 0.25, 0.95].flatMap((share): (readonly [number, number])[] => {
    const point = points[Math.floor(share * (points.length - 1))];
    return point && points.length > 1 ? [[Math.min(point[0] + 6, layout.right - 60), point[1] - 5]] : [];
  });
  const clear = places.find(([at, up]) => at > layout.left + NOTE.width || Math.abs(up - y) > NOTE.height);
  return clear ?? places[0] ?? null;
}
