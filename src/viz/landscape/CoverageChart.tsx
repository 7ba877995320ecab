import { scaleLinear, scaleLog } from "d3-scale";
import { useRef } from "react";
import { coverageCurve } from "../../model/analysis/rarefaction";
import type { Landscape } from "../../model/experiments/landscape";
import { useSize } from "../draw/useSize";
import { AxisBottom, AxisLeft } from "../plot/Axes";
import { frameOf } from "../plot/frame";
import { linePath } from "../plot/path";

/** Distinct solutions that b starts find in the mean, against b, and how many there are. */
export function CoverageChart({ landscape }: { readonly landscape: Landscape }) {
  const host = useRef<HTMLDivElement>(null);
  const size = useSize(host);
  const frame = frameOf(size);
  const { points, done, solutions } = landscape;
  const counts = points.filter(({ valid }) => valid).map(({ count }) => count);
  const curve = coverageCurve(counts, done);
  const found = counts.length;
  const all = solutions.exact && solutions.count > 0 && solutions.count <= 4 * Math.max(1, found) ? solutions.count : 0;
  const x = scaleLog([1, Math.max(2, done)], [frame.left, frame.right]);
  const y = scaleLinear([0, Math.max(1, found, all)], [frame.bottom, frame.top]).nice();
  const breadths = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024].filter((b) => b <= done);
  return (
    <div className="plot" ref={host}>
      {size.width > 0 && (
        <svg width={size.width} height={size.height} aria-hidden="true">
          <AxisLeft
            frame={frame}
            scale={y}
            ticks={y.ticks(4).filter(Number.isInteger)}
            label={`solutions found, of ${solutions.exact ? "" : "at least "}${solutions.count.toLocaleString("en")}`}
          />
          <AxisBottom frame={frame} scale={x} ticks={breadths} label="breadth" />
          {all > 0 && <line className="plot-rule" x1={frame.left} x2={frame.right} y1={y(all)} y2={y(all)} />}
          <path
            className="plot-line"
            stroke="var(--outcome-valid)"
            d={linePath(curve.slice(1).map((value, i) => [x(i + 1), y(value)]))}
          />
        </svg>
      )}
      <table className="visually-hidden">
        <caption>Distinct solutions that so many starts find in the mean</caption>
        <thead>
          <tr>
            <th>breadth</th>
            <th>solutions</th>
          </tr>
        </thead>
        <tbody>
          {[...new Set([...breadths, done])].map((b) => (
            <tr key={b}>
              <th>{b}</th>
              <td>{curve[b]?.toFixed(1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
