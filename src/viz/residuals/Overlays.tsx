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

/** What experiments add to the residual chart: a line of its own each, named at its middle. */
export function Overlays({
  layout,
  overlays,
}: {
  readonly layout: ChartLayout;
  readonly overlays: readonly ChartOverlay[];
}) {
  return (
    <g>
      {overlays.map(({ name, from, values }) => {
        const points = values.flatMap((value, i): [number, number][] =>
          from + i <= layout.end ? [[xOf(layout, from + i), yOf(layout, Math.log10(Math.max(value, 1e-12)))]] : [],
        );
        const [x, y] = points[points.length >> 1] ?? [Number.NaN, Number.NaN];
        return (
          <g key={name}>
            <path className="chart-overlay" d={linePath(points)} />
            {points.length > 1 && (
              <text className="chart-note chart-overlay-name" x={Math.min(x + 6, layout.right - 60)} y={y - 5}>
                {name}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
