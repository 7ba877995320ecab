import { scaleLinear, scaleLog } from "d3-scale";
import { useRef } from "react";
import { curveThrough, type Halfway, type Tally } from "../../model/analysis/radius";
import { wilson } from "../../model/analysis/wilson";
import { useSize } from "../draw/useSize";
import { formatPercent } from "../format";
import { AxisBottom, AxisLeft } from "../plot/Axes";
import { frameOf } from "../plot/frame";
import { linePath } from "../plot/path";

export interface ReturnChartProps {
  /** Cases that came back, by size; without any yet, n is 0. */
  readonly tallies: readonly Tally[];
  readonly halfway: Halfway | null;
  /** Caption of the size's axis. */
  readonly across: string;
  readonly title: string;
  readonly empty: string;
  readonly format: (size: number) => string;
}

/** Share of cases that come back against the size of what was done to them, with Wilson intervals and the halfway size. */
export function ReturnChart({ tallies, halfway, across, title, empty, format }: ReturnChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const size = useSize(host);
  const frame = frameOf(size);
  const sizes = tallies.map((tally) => tally.size).filter((value) => value > 0);
  const [low, high] = [Math.min(...sizes, 1), Math.max(...sizes, 1)];
  const x = scaleLog([low / 1.15, Math.max(high * 1.15, low * 1.4)], [frame.left, frame.right]);
  const y = scaleLinear([0, 1], [frame.bottom, frame.top]);
  const known = tallies.filter(({ n }) => n > 0);
  const every = Math.max(1, Math.ceil((sizes.length * 34) / Math.max(1, frame.right - frame.left)));
  const curve = halfway && curveThrough(known, halfway);
  const steps = Array.from({ length: 81 }, (_, i) => low * (high / low) ** (i / 80));
  return (
    <div className="plot" ref={host}>
      {size.width > 0 && known.length > 0 && (
        <svg width={size.width} height={size.height} aria-hidden="true">
          <AxisLeft frame={frame} scale={y} ticks={[0, 0.25, 0.5, 0.75, 1]} format={formatPercent} label={title} />
          <AxisBottom
            frame={frame}
            scale={x}
            ticks={sizes.filter((_, i) => (sizes.length - 1 - i) % every === 0)}
            format={format}
            label={across}
          />
          {halfway?.kind === "at" && (
            <>
              <rect
                className="plot-band"
                x={x(Math.max(low / 1.15, halfway.low ?? 0))}
                width={Math.max(
                  0,
                  x(Math.min(high * 1.15, halfway.high ?? high * 1.15)) - x(Math.max(low / 1.15, halfway.low ?? 0)),
                )}
                y={frame.top}
                height={frame.bottom - frame.top}
              />
              <line className="plot-rule" x1={x(halfway.size)} x2={x(halfway.size)} y1={frame.top} y2={frame.bottom} />
              <path
                className="plot-line"
                stroke="var(--line-strong)"
                d={linePath(steps.map((step) => [x(step), y(curve?.(step) ?? Number.NaN)]))}
              />
            </>
          )}
          {known.map(({ size: at, count, n }) => {
            const { share, low: under, high: over } = wilson(count, n);
            return (
              <g key={at} stroke="var(--accent)" strokeWidth={1.5}>
                <line x1={x(at)} x2={x(at)} y1={y(under)} y2={y(over)} />
                <circle cx={x(at)} cy={y(share)} r={3.5} fill="var(--accent)" stroke="var(--surface)" />
              </g>
            );
          })}
        </svg>
      )}
      {known.length === 0 && <p className="plot-empty">{empty}</p>}
      {known.length > 0 && (
        <table className="visually-hidden">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th>{across}</th>
              <th>share</th>
              <th>95 % interval</th>
              <th>of</th>
            </tr>
          </thead>
          <tbody>
            {known.map(({ size: at, count, n }) => {
              const { share, low: under, high: over } = wilson(count, n);
              return (
                <tr key={at}>
                  <th>{format(at)}</th>
                  <td>{formatPercent(share)}</td>
                  <td>
                    {formatPercent(under)} to {formatPercent(over)}
                  </td>
                  <td>{n}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </div>
  );
}
