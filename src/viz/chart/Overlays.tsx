import { linePath } from "../plot/path";
import type { ChartOverlay } from "../types";
import { type Plot, xOf, yOf } from "./plot";

/** What experiments add to the residual chart: a line of its own each, named at its end. */
export function Overlays({ plot, overlays }: { readonly plot: Plot; readonly overlays: readonly ChartOverlay[] }) {
  return (
    <g>
      {overlays.map(({ name, from, values }) => {
        const points = values.flatMap((value, i): [number, number][] =>
          from + i <= plot.end ? [[xOf(plot, from + i), yOf(plot, Math.log10(Math.max(value, 1e-12)))]] : [],
        );
        const [x, y] = points.at(-1) ?? [Number.NaN, Number.NaN];
        const inwards = x > plot.right - 120;
        return (
          <g key={name}>
            <path className="chart-overlay" d={linePath(points)} />
            {points.length > 1 && (
              <text
                className="chart-note chart-overlay-name"
                x={x + (inwards ? -6 : 6)}
                y={y + 4}
                textAnchor={inwards ? "end" : "start"}
              >
                {name}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
