import { linePath } from "../plot/path";
import { type Plot, xOf, yOf } from "./plot";

/** A line that an experiment adds to the residual chart. */
export interface ChartOverlay {
  readonly name: string;
  /** Iteration of the first value. */
  readonly from: number;
  /** Residuals. */
  readonly values: readonly number[];
}

/** What experiments add to the residual chart: a line of its own each, named at its middle. */
export function Overlays({ plot, overlays }: { readonly plot: Plot; readonly overlays: readonly ChartOverlay[] }) {
  return (
    <g>
      {overlays.map(({ name, from, values }) => {
        const points = values.flatMap((value, i): [number, number][] =>
          from + i <= plot.end ? [[xOf(plot, from + i), yOf(plot, Math.log10(Math.max(value, 1e-12)))]] : [],
        );
        const [x, y] = points[points.length >> 1] ?? [Number.NaN, Number.NaN];
        return (
          <g key={name}>
            <path className="chart-overlay" d={linePath(points)} />
            {points.length > 1 && (
              <text className="chart-note chart-overlay-name" x={Math.min(x + 6, plot.right - 60)} y={y - 5}>
                {name}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
