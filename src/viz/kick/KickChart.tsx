import { scaleLinear, scaleLog } from "d3-scale";
import { useRef } from "react";
import type { KickPartial } from "../../model/experiments/kick";
import { useSize } from "../draw/useSize";
import { formatResidual } from "../format";
import { AxisBottom, AxisLeft, decadesOf, formatDecade } from "../plot/Axes";
import { frameOf } from "../plot/frame";
import { PlotKey } from "../plot/Key";
import { linePath } from "../plot/path";

export interface KickChartProps {
  /** What is known of the kick; null draws the empty chart. */
  readonly course: KickPartial | null;
  readonly tolerance: number;
  /** Iterations that the chart has room for. */
  readonly depth: number;
  /** What stands there while there is no kick. */
  readonly empty: string;
}

const FLOOR = 1e-8;

/** After a kick: how far the state is from its unkicked twin, and the residuals of both, by iteration on a log scale. */
export function KickChart({ course, tolerance, depth, empty }: KickChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const size = useSize(host);
  const frame = frameOf(size);
  const made = course?.kicked.length ?? 0;
  const x = scaleLinear([0, made > 0 ? Math.max(made, Math.min(depth, 32)) : depth], [frame.left, frame.right]);
  const top = Math.max(2, ...(course?.distance ?? []).filter(Number.isFinite));
  const y = scaleLog([FLOOR, top], [frame.bottom, frame.top]);
  const line = (values: readonly number[], first: number) =>
    linePath(values.map((value, i) => [x(i + first), y(Math.max(FLOOR, value))]));
  return (
    <div className="plot" ref={host}>
      {course && <PlotKey entries={KEY} />}
      {size.width > 0 && course && (
        <svg width={size.width} height={size.height} aria-hidden="true">
          <AxisLeft frame={frame} scale={y} ticks={decadesOf(y)} format={formatDecade} label="" />
          <AxisBottom frame={frame} scale={x} ticks={x.ticks(5)} label="iterations after the kick" />
          <line className="plot-rule" x1={frame.left} x2={frame.right} y1={y(tolerance)} y2={y(tolerance)} />
          <path className="plot-line" d={line(course.home, 1)} stroke="var(--line-strong)" />
          <path className="plot-line" d={line(course.kicked, 1)} stroke="var(--ink)" />
          <path className="plot-line plot-dashed" d={line(course.distance, 0)} stroke="var(--accent)" />
        </svg>
      )}
      {course ? <KickTable course={course} /> : <p className="plot-empty">{empty}</p>}
    </div>
  );
}

const KEY = [
  { text: "residual, kicked", color: "var(--ink)" },
  { text: "unkicked", color: "var(--line-strong)" },
  { text: "distance", color: "var(--accent)", dashed: true },
] as const;

/** The same for voices, thinned out: a row an iteration would be more than anyone listens to. */
function KickTable({ course }: { readonly course: KickPartial }) {
  const last = course.kicked.length;
  const rows = [...new Set([1, 2, 4, 8, 16, 32, 64, 128, 256, last])].filter((k) => k >= 1 && k <= last);
  return (
    <table className="visually-hidden">
      <caption>The kicked state and its unkicked twin</caption>
      <thead>
        <tr>
          <th>iterations after the kick</th>
          <th>distance</th>
          <th>residual of the kicked state</th>
          <th>residual of its twin</th>
          <th>cells that differ</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((k) => (
          <tr key={k}>
            <th>{k}</th>
            <td>{formatResidual(course.distance[k] ?? Number.NaN)}</td>
            <td>{formatResidual(course.kicked[k - 1] ?? Number.NaN)}</td>
            <td>{formatResidual(course.home[k - 1] ?? Number.NaN)}</td>
            <td>{course.cells[k - 1] ?? "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
