import { scaleLinear, scaleLog } from "d3-scale";
import type { Landscape } from "../../model/experiments/landscape";
import { counted, fixed, say } from "../../words/say";
import { AxisBottom, AxisLeft } from "../plot/Axes";
import { DataTable } from "../plot/DataTable";
import { Plot } from "../plot/Plot";
import { linePath } from "../plot/path";

export interface CoverageChartProps {
  readonly landscape: Pick<Landscape, "points" | "done" | "solutions">;
  /** Mean number of distinct solutions that b starts find, at index b, up to all starts. */
  readonly curve: readonly number[];
}

/** Distinct solutions that b starts find in the mean, against b, and how many there are. */
export function CoverageChart({ landscape: { points, done, solutions }, curve }: CoverageChartProps) {
  const found = points.filter(({ valid }) => valid).length;
  const all = solutions.exact && solutions.count > 0 && solutions.count <= 4 * Math.max(1, found) ? solutions.count : 0;
  const breadths = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024].filter((b) => b <= done);
  return (
    <Plot
      table={
        <DataTable
          caption={say`Distinct solutions that n starts find in the mean`}
          columns={["n", say`solutions`]}
          rows={[...new Set([...breadths, done])].map((b) => [b, fixed(curve[b] ?? Number.NaN, 1)])}
        />
      }
    >
      {(frame) => {
        const x = scaleLog([1, Math.max(2, done)], [frame.left, frame.right]);
        const y = scaleLinear([0, Math.max(1, found, all)], [frame.bottom, frame.top]).nice();
        return (
          <>
            <AxisLeft
              frame={frame}
              scale={y}
              ticks={y.ticks(4).filter(Number.isInteger)}
              label={say`solutions found, of ${solutions.exact ? "" : say`at least `}${counted(solutions.count)}`}
            />
            <AxisBottom frame={frame} scale={x} ticks={breadths} label={say`breadth`} />
            {all > 0 && <line className="plot-rule" x1={frame.left} x2={frame.right} y1={y(all)} y2={y(all)} />}
            <path
              className="plot-line"
              stroke="var(--outcome-valid)"
              d={linePath(curve.slice(1).map((value, i) => [x(i + 1), y(value)]))}
            />
          </>
        );
      }}
    </Plot>
  );
}
