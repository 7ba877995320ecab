import { scaleLinear, scaleLog } from "d3-scale";
import { useRef } from "react";
import type { BifurcationPartial, LimitSet } from "../../model/experiments/bifurcation";
import { useSize } from "../draw/useSize";
import { formatResidual } from "../format";
import { AxisBottom, AxisLeft, decadesOf, formatDecade, type Scale } from "../plot/Axes";
import { frameOf, type PlotFrame } from "../plot/frame";
import { linePath } from "../plot/path";

export interface LambdaChartProps {
  readonly diagram: BifurcationPartial | null;
  readonly from: number;
  readonly to: number;
  /** The damping of the run. */
  readonly now: number;
  /** Where the leading eigenvalue crosses -1, null while that is not known. */
  readonly doubling: number | null;
  readonly empty: string;
}

/** Shares of the height: limit set, residual, eigenvalue. */
const PARTS = [0.44, 0.28, 0.28] as const;

/** The bifurcation diagram: limit set, its residual, and the leading eigenvalues, one above the other against the damping. */
export function LambdaChart({ diagram, from, to, now, doubling, empty }: LambdaChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const size = useSize(host);
  const x = scaleLinear([from, to], [46, Math.max(47, size.width - 12)]);
  const tops = [0, PARTS[0], PARTS[0] + PARTS[1]].map((share) => share * (size.height - 18));
  const frames = PARTS.map((share, i) =>
    shifted(frameOf({ width: size.width, height: share * (size.height - 18) }, { bottom: 8 }), tops[i] ?? 0),
  );
  const [limits, residuals, eigen] = frames;
  const bottom = eigen?.bottom ?? 0;
  return (
    <div className="plot plot-tall" ref={host}>
      {size.width > 0 && limits && residuals && eigen && (
        <svg width={size.width} height={size.height} aria-hidden="true">
          {diagram && <Limits sets={diagram.sets} frame={limits} x={x} />}
          {diagram && <Residuals sets={diagram.sets} frame={residuals} x={x} />}
          {diagram && <Eigenvalues diagram={diagram} frame={eigen} x={x} />}
          {diagram && <AxisBottom frame={{ ...eigen, bottom }} scale={x} ticks={x.ticks(8)} label="" />}
          {diagram && (
            <text className="plot-caption" x={eigen.right} y={bottom + 28} textAnchor="end">
              damping λ
            </text>
          )}
          {diagram && <Rule x={x(now)} frame={{ ...limits, bottom }} text={`now ${now}`} />}
          {doubling !== null && doubling <= to && (
            <Rule x={x(doubling)} frame={{ ...limits, bottom }} text={`reaches −1 at ${doubling.toFixed(2)}`} quiet />
          )}
        </svg>
      )}
      {diagram && diagram.sets.length > 0 ? <LambdaTable sets={diagram.sets} /> : <p className="plot-empty">{empty}</p>}
    </div>
  );
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
      <Caption frame={frame} text="limit set, along the direction that turns over first" />
      <g className="plot-ticks">
        <AxisLeft frame={frame} scale={y} ticks={y.ticks(3)} label="" />
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
      <Caption frame={frame} text="its residual" />
      <AxisLeft frame={frame} scale={y} ticks={decadesOf(y, 18)} format={formatDecade} label="" />
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
      <Caption frame={frame} text="highest and lowest eigenvalue of the map" />
      <AxisLeft frame={frame} scale={y} ticks={[-1, 0, 1]} format={(v) => (v < 0 ? `−${-v}` : v)} label="" />
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

function LambdaTable({ sets }: { readonly sets: readonly LimitSet[] }) {
  return (
    <table className="visually-hidden">
      <caption>Limit set by damping</caption>
      <thead>
        <tr>
          <th>damping</th>
          <th>period</th>
          <th>residual</th>
          <th>distance from the fixed point</th>
        </tr>
      </thead>
      <tbody>
        {sets.map(({ lambda, period, residual, apart }) => (
          <tr key={lambda}>
            <th>{lambda}</th>
            <td>{period ?? "none found"}</td>
            <td>{formatResidual(residual)}</td>
            <td>{formatResidual(apart)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
