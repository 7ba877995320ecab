import { scaleLinear } from "d3-scale";
import type { DivergencePartial, DivergenceResult } from "../../model/experiments/divergence";
import { say } from "../../words/say";
import { formatSigned } from "../format";
import { AxisBottom, AxisLeft } from "../plot/Axes";
import { DataTable } from "../plot/DataTable";
import { Plot } from "../plot/Plot";
import { PowerOfTen } from "../plot/PowerOfTen";
import { linePath } from "../plot/path";

export interface DivergenceChartProps {
  readonly course: DivergencePartial | DivergenceResult | null;
  /** Iteration at which the course begins. */
  readonly from: number;
  readonly iterations: number;
  readonly empty: string;
}

/** How far two nearby states have drifted apart along a trajectory, as a power of ten: up is apart, down is together. */
export function DivergenceChart({ course, from, iterations, empty }: DivergenceChartProps) {
  if (!course) return <Plot empty={empty} />;
  const sums = cumulative(course.growth);
  const result = "exponent" in course ? course : null;
  const start = iterations >> 1;
  const slope = (result?.exponent?.mean ?? Number.NaN) / Math.LN10;
  const decided = result?.decidedAt ?? null;
  const begun = result?.climbFrom ?? null;
  return (
    <Plot table={<DivergenceTable sums={sums} from={from} />}>
      {(frame) => {
        const x = scaleLinear([from, from + iterations], [frame.left, frame.right]);
        const y = scaleLinear(
          [Math.floor(Math.min(-1, ...sums)), Math.ceil(Math.max(0.5, ...sums))],
          [frame.bottom, frame.top],
        );
        return (
          <>
            <AxisLeft
              frame={frame}
              scale={y}
              ticks={y.ticks(5).filter(Number.isInteger)}
              format={(value) => <PowerOfTen exponent={value} />}
              label={say`distance of two nearby states`}
            />
            <AxisBottom frame={frame} scale={x} ticks={x.ticks(5)} label={say`iteration`} />
            <line className="plot-rule" x1={frame.left} x2={frame.right} y1={y(0)} y2={y(0)} />
            {decided !== null && (
              <>
                <line className="plot-mark" x1={x(decided)} x2={x(decided)} y1={frame.top} y2={frame.bottom} />
                <text className="plot-note" x={x(decided) + 4} y={frame.top + 10}>{say`apart until here`}</text>
              </>
            )}
            <path
              className="plot-line"
              stroke="var(--accent)"
              d={linePath([[x(from), y(0)], ...sums.map((sum, i): [number, number] => [x(from + i + 1), y(sum)])])}
            />
            {decided !== null && begun !== null && (
              <path
                className="plot-line"
                stroke="var(--accent)"
                style={{ strokeWidth: 4 }}
                d={linePath(
                  [0, ...sums].flatMap((sum, i): [number, number][] =>
                    from + i >= begun && from + i <= decided ? [[x(from + i), y(sum)]] : [],
                  ),
                )}
              />
            )}
            {Number.isFinite(slope) && (
              <path
                className="plot-line plot-dashed"
                stroke="var(--ink)"
                d={linePath(
                  [start, iterations].map((i) => [x(from + i), y((sums[start] ?? 0) + slope * (i - start))] as const),
                )}
              />
            )}
          </>
        );
      }}
    </Plot>
  );
}

/** log10 of how often a small difference has been multiplied. */
function cumulative(growth: readonly number[]): number[] {
  let sum = 0;
  return growth.map((value) => {
    sum += value / Math.LN10;
    return sum;
  });
}

function DivergenceTable({ sums, from }: { readonly sums: readonly number[]; readonly from: number }) {
  const stride = Math.max(1, Math.floor(sums.length / 8));
  const rows = sums.flatMap((sum, i) => ((i + 1) % stride === 0 ? [[from + i + 1, formatSigned(sum, 2)]] : []));
  return (
    <DataTable
      caption={say`Distance of two nearby states along the trajectory`}
      columns={[say`iteration`, say`power of ten by which it has grown`]}
      rows={rows}
    />
  );
}
