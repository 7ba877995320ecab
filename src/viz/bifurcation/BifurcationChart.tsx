import { scaleLinear, scaleLog } from "d3-scale";
import type { BifurcationPartial, LimitSet } from "../../model/experiments/bifurcation";
import { fixed, say } from "../../words/say";
import { formatResidual } from "../format";
import { AxisBottom, AxisLeft, decadesOf, formatDecade, type Scale } from "../plot/Axes";
import { DataTable } from "../plot/DataTable";
import { frameOf, type PlotFrame } from "../plot/frame";
import { Plot } from "../plot/Plot";
import { linePath } from "../plot/path";

export interface BifurcationChartProps {
  readonly diagram: BifurcationPartial | null;
  readonly from: number;
  readonly to: number;
  /** The step size of the run. */
  readonly now: number;
  /** Where the leading eigenvalue crosses -1, null while that is not known. */
  readonly doubling: number | null;
  readonly empty: string;
}

/** Shares of the height: limit set, residual, eigenvalue. */
const PARTS = [0.44, 0.28, 0.28] as const;

/** The bifurcation diagram: limit set, its residual, and the leading eigenvalues, one above the other against the step size. */
export function BifurcationChart({ diagram, from, to, now, doubling, empty }: BifurcationChartProps) {
  const known = diagram && diagram.sets.length > 0;
  return (
    <Plot
      className="plot-tall"
      empty={!known && empty}
      table={
        known && (
          <DataTable
            caption={say`Limit set by step size`}
            columns={[say`step size`, say`period`, say`residual`, say`distance from the fixed point`]}
            rows={diagram.sets.map(({ lambda, period, residual, apart }) => [
              lambda,
              period ?? say`none found`,
              formatResidual(residual),
              formatResidual(apart),
            ])}
          />
        )
      }
    >
      {({ width, height }) => {
        const x = scaleLinear([from, to], [46, Math.max(47, width - 12)]);
        const [limits, residuals, eigen] = framesOf(width, height - 18);
        const all = { ...limits, bottom: eigen.bottom };
        return (
          <>
            {diagram && (
              <>
                <Limits sets={diagram.sets} frame={limits} x={x} />
                <Residuals sets={diagram.sets} frame={residuals} x={x} />
                <Eigenvalues diagram={diagram} frame={eigen} x={x} />
                <AxisBottom frame={eigen} scale={x} ticks={x.ticks(8)} />
                <text
                  className="plot-caption"
                  x={eigen.right}
                  y={eigen.bottom + 28}
                  textAnchor="end"
                >{say`step size λ`}</text>
                <Rule x={x(now)} frame={all} text={say`now ${now}`} />
              </>
            )}
            {doubling !== null && doubling <= to && (
              <Rule x={x(doubling)} frame={all} text={say`reaches −1 at ${fixed(doubling, 2)}`} quiet />
            )}
          </>
        );
      }}
    </Plot>
  );
}

/** One above the other, by their shares of the height. */
function framesOf(width: number, height: number): readonly [PlotFrame, PlotFrame, PlotFrame] {
  const [first, second, third] = PARTS;
  const frame = (from: number, share: number) =>
    shifted(frameOf({ width, height: share * height }, { bottom: 8 }), from * height);
  return [frame(0, first), frame(first, second), frame(first + second, third)];
}

function shifted(frame: PlotFrame, by: number): PlotFrame {
  return { ...frame, top: frame.top + by, bottom: frame.bottom + by };
}

interface PartProps {
  readonly frame: PlotFrame;
  readonly x: Scale;
}

function Limits({ sets, frame, x }: PartProps & { readonly sets: readonly LimitSet[] }) {
  const reach = Math.max(0.02, ...sets.flatMap(({ values }) => values.map(Math.abs)).filter(Number.isFinite));
  const y = scaleLinear([-reach, reach], [frame.bottom, frame.top]);
  return (
    <g>
      <Caption frame={frame} text={say`limit set, along the direction that turns over first`} />
      <g className="plot-ticks">
        <AxisLeft frame={frame} scale={y} ticks={y.ticks(3)} />
      </g>
      {sets.flatMap(({ lambda, values, period }) =>
        [...new Set(values.map((value) => y(value).toFixed(1)))].map((at) => (
          <circle key={`${lambda} ${at}`} cx={x(lambda)} cy={Number(at)} r={2.2} fill={colorOf(period)} />
        )),
      )}
    </g>
  );
}

function Residuals({ sets, frame, x }: PartProps & { readonly sets: readonly LimitSet[] }) {
  const y = scaleLog([1e-7, 2], [frame.bottom, frame.top]).clamp(true);
  return (
    <g>
      <Caption frame={frame} text={say`its residual`} />
      <AxisLeft frame={frame} scale={y} ticks={decadesOf(y, 18)} format={formatDecade} />
      {sets.map(({ lambda, residual, period }) => (
        <circle key={lambda} cx={x(lambda)} cy={y(residual)} r={2.6} fill={colorOf(period)} />
      ))}
    </g>
  );
}

/** Both follow from the eigenvalues of f: a straight line in lambda each. */
function Eigenvalues({ diagram, frame, x }: PartProps & { readonly diagram: BifurcationPartial }) {
  const y = scaleLinear([-1.35, 1.1], [frame.bottom, frame.top]);
  const { lowest, highest } = diagram;
  const [from = 0, to = 1] = x.domain();
  const line = (mu: number) => linePath([from, to].map((l) => [x(l), y(Math.max(-1.35, 1 - l + l * mu))] as const));
  return (
    <g>
      <Caption frame={frame} text={say`highest and lowest eigenvalue of the map`} />
      <AxisLeft frame={frame} scale={y} ticks={[-1, 0, 1]} format={(v) => (v < 0 ? `−${-v}` : v)} />
      <line className="plot-rule" x1={frame.left} x2={frame.right} y1={y(-1)} y2={y(-1)} />
      {highest && <path className="plot-line" stroke="var(--muted)" d={line(highest.re)} />}
      {lowest && <path className="plot-line" stroke="var(--accent)" d={line(lowest.re)} />}
    </g>
  );
}

function Caption({ frame, text }: { readonly frame: PlotFrame; readonly text: string }) {
  return (
    <text className="plot-caption" x={0} y={frame.top - 8}>
      {text}
    </text>
  );
}

function Rule({ x, frame, text, quiet }: { x: number; frame: PlotFrame; text: string; quiet?: boolean }) {
  return (
    <g>
      <line className={quiet ? "plot-rule" : "plot-mark"} x1={x} x2={x} y1={frame.top} y2={frame.bottom} />
      <text className="plot-note" x={x - 4} y={frame.top + (quiet ? 24 : 10)} textAnchor="end">
        {text}
      </text>
    </g>
  );
}

/** A fixed point, a cycle, or neither. */
function colorOf(period: number | null): string {
  return period === 1 ? "var(--outcome-valid)" : period === null ? "var(--outcome-wandering)" : "var(--accent)";
}
