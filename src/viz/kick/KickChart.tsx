import { scaleLinear, scaleLog } from "d3-scale";
import type { KickPartial } from "../../model/experiments/kick";
import { say } from "../../words/say";
import { formatResidual } from "../format";
import { AxisBottom, AxisLeft, decadesOf, formatDecade } from "../plot/Axes";
import { DataTable } from "../plot/DataTable";
import { PlotKey } from "../plot/Key";
import { Plot } from "../plot/Plot";
import { linePath } from "../plot/path";

export interface KickChartProps {
  /** What is known of the kick; null draws the empty chart. */
  readonly course: KickPartial | null;
  readonly tolerance: number;
  /** Last iteration of the chart, unless a shorter course is over. */
  readonly depth: number;
  /** Shown while there is no kick. */
  readonly empty: string;
}

const FLOOR = 1e-8;

/** After a kick: how far the state is from its unkicked twin, and the residuals of both, by iteration on a log scale. */
export function KickChart({ course, tolerance, depth, empty }: KickChartProps) {
  if (!course) return <Plot empty={empty} />;
  const { home, kicked, distance } = course;
  const end = kicked.length > 0 ? Math.max(kicked.length, Math.min(depth, 32)) : depth;
  const top = Math.max(2, ...distance.filter(Number.isFinite));
  return (
    <Plot margin={KEY_ROWS} legend={<PlotKey entries={KEY} />} table={<KickTable course={course} />}>
      {(frame) => {
        const x = scaleLinear([0, end], [frame.left, frame.right]);
        const y = scaleLog([FLOOR, top], [frame.bottom, frame.top]);
        const line = (values: readonly number[], first: number) =>
          linePath(values.map((value, i) => [x(i + first), y(Math.max(FLOOR, value))]));
        return (
          <>
            <AxisLeft frame={frame} scale={y} ticks={decadesOf(y)} format={formatDecade} />
            <AxisBottom frame={frame} scale={x} ticks={x.ticks(5)} label={say`iterations after the kick`} />
            <line className="plot-rule" x1={frame.left} x2={frame.right} y1={y(tolerance)} y2={y(tolerance)} />
            <path className="plot-line" d={line(home, 1)} stroke="var(--line-strong)" />
            <path className="plot-line" d={line(kicked, 1)} stroke="var(--ink)" />
            <path className="plot-line plot-dashed" d={line(distance, 0)} stroke="var(--accent)" />
          </>
        );
      }}
    </Plot>
  );
}

/** In a narrow column the key takes two rows. */
const KEY_ROWS = { top: 38 };

const KEY = [
  { text: say`residual, kicked`, color: "var(--ink)" },
  { text: say`unkicked`, color: "var(--line-strong)" },
  { text: say`distance`, color: "var(--accent)", dashed: true },
] as const;

/** Thinned out: a row per iteration would be more than anyone listens to. */
function KickTable({ course }: { readonly course: KickPartial }) {
  const last = course.kicked.length;
  const shown = [...new Set([1, 2, 4, 8, 16, 32, 64, 128, 256, last])].filter((k) => k >= 1 && k <= last);
  const residual = (of: readonly number[], k: number) => formatResidual(of[k] ?? Number.NaN);
  return (
    <DataTable
      caption={say`The kicked state and its unkicked twin`}
      columns={[
        say`iterations after the kick`,
        say`distance`,
        say`residual of the kicked state`,
        say`residual of its twin`,
        say`cells that differ`,
      ]}
      rows={shown.map((k) => [
        k,
        residual(course.distance, k),
        residual(course.kicked, k - 1),
        residual(course.home, k - 1),
        course.cells[k - 1] ?? "–",
      ])}
    />
  );
}
