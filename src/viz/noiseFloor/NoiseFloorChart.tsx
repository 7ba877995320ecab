import { scaleLinear } from "d3-scale";
import type { NoisePoint } from "../../model/experiments/noiseFloor";
import { say } from "../../words/say";
import { formatResidual } from "../format";
import { AxisBottom, AxisLeft } from "../plot/Axes";
import { DataTable } from "../plot/DataTable";
import { Plot } from "../plot/Plot";
import { linePath } from "../plot/path";

export interface NoiseFloorChartProps {
  readonly points: readonly NoisePoint[];
  readonly to: number;
  /** The path noise of the run. */
  readonly now: number;
  readonly empty: string;
}

/** The residual at which a settled state hovers, against the strength of the path noise. */
export function NoiseFloorChart({ points, to, now, empty }: NoiseFloorChartProps) {
  if (points.length === 0) return <Plot empty={empty} />;
  const top = Math.max(0.1, ...points.map(({ high }) => high).filter(Number.isFinite));
  return (
    <Plot
      table={
        <DataTable
          caption={say`Noise floor by path noise`}
          columns={[say`path noise`, say`mean residual`, say`least and largest of the copies`]}
          rows={points.map(({ sigma, floor, low, high }) => [
            sigma,
            formatResidual(floor),
            say`${formatResidual(low)} to ${formatResidual(high)}`,
          ])}
        />
      }
    >
      {(frame) => {
        const x = scaleLinear([0, to], [frame.left, frame.right]);
        const y = scaleLinear([0, top], [frame.bottom, frame.top]).nice(4);
        return (
          <>
            <AxisLeft frame={frame} scale={y} ticks={y.ticks(4)} label={say`residual at the noise floor`} />
            <AxisBottom frame={frame} scale={x} ticks={x.ticks(5)} label={say`path noise σ`} />
            <line className="plot-mark" x1={x(now)} x2={x(now)} y1={frame.top} y2={frame.bottom} />
            <text className="plot-note" x={x(now) + 4} y={frame.top + 10}>
              {say`now ${now}`}
            </text>
            <path
              className="plot-line"
              stroke="var(--accent)"
              d={linePath([[x(0), y(0)], ...points.map(({ sigma, floor }) => [x(sigma), y(floor)] as const)])}
            />
            {points.map(({ sigma, floor, low, high }) => (
              <g key={sigma} stroke="var(--accent)" strokeWidth={1.5}>
                <line x1={x(sigma)} x2={x(sigma)} y1={y(low)} y2={y(high)} />
                <circle cx={x(sigma)} cy={y(floor)} r={3} fill="var(--accent)" stroke="var(--surface)" />
              </g>
            ))}
          </>
        );
      }}
    </Plot>
  );
}
