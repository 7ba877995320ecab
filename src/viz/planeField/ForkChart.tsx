import { scaleLinear } from "d3-scale";
import type { ForkColumn } from "../../model/analysis/planar";
import { fixed, say } from "../../words/say";
import { AxisBottom, AxisLeft } from "../plot/Axes";
import { DataTable } from "../plot/DataTable";
import { frameOf } from "../plot/frame";
import { Plot } from "../plot/Plot";

export interface ForkChartProps {
  readonly columns: readonly ForkColumn[];
  readonly reach: number;
  /** "z₁" or "z₂" */
  readonly name: string;
  /** The step size now. */
  readonly lambda: number;
}

/** A bifurcation diagram: one coordinate after a long run, by step size. */
export function ForkChart({ columns, reach, name, lambda }: ForkChartProps) {
  const [from = 0, to = 1] = [columns[0]?.lambda, columns.at(-1)?.lambda];
  const rows = columns
    .filter((_, i) => i % 8 === 0)
    .map(({ lambda: at, values }) => [
      fixed(at, 2),
      values.length > 8 ? say`${values.length} values` : values.join(", "),
    ]);
  return (
    <Plot
      className="plane-fork"
      table={
        <DataTable caption={say`${name} after a long run, by step size`} columns={[say`step size`, name]} rows={rows} />
      }
    >
      {({ width, height }) => {
        const frame = frameOf({ width, height }, { left: 34 });
        const x = scaleLinear([from, to], [frame.left, frame.right]);
        const y = scaleLinear([-reach, reach], [frame.bottom, frame.top]);
        return (
          <>
            <AxisLeft frame={frame} scale={y} ticks={y.ticks(5)} label={say`${name} after a long run`} />
            <AxisBottom frame={frame} scale={x} ticks={x.ticks(6)} label={say`step size λ`} />
            <line className="fork-now" x1={x(lambda)} x2={x(lambda)} y1={frame.top} y2={frame.bottom} />
            <g className="fork-dots">
              {columns.flatMap(({ lambda: at, values }) =>
                values
                  .filter((value) => Math.abs(value) <= reach)
                  .map((value) => <circle key={`${at}:${value}`} cx={x(at)} cy={y(value)} r={1.1} />),
              )}
            </g>
          </>
        );
      }}
    </Plot>
  );
}
