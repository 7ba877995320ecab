import type { ScaleContinuousNumeric } from "d3-scale";
import type { ReactNode } from "react";
import type { PlotFrame } from "./frame";
import { PowerOfTen } from "./PowerOfTen";
import "./plot.css";

export type Scale = ScaleContinuousNumeric<number, number>;

export interface AxisProps {
  readonly frame: PlotFrame;
  readonly scale: Scale;
  /** Where the grid lies; each is labelled. */
  readonly ticks: readonly number[];
  readonly label: string;
  readonly format?: (value: number) => ReactNode;
}

/** The axis at the left, with its grid; the caption stands above it. */
export function AxisLeft({ frame, scale, ticks, label, format = String }: AxisProps) {
  return (
    <g>
      <text className="plot-caption" x={0} y={12}>
        {label}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="chart-grid" x1={frame.left} x2={frame.right} y1={scale(tick)} y2={scale(tick)} />
          <text x={frame.left - 8} y={scale(tick) + 4} textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The axis at the bottom; its caption stands under its right end. */
export function AxisBottom({ frame, scale, ticks, label, format = String }: AxisProps) {
  return (
    <g>
      <line className="chart-axis" x1={frame.left} x2={frame.right} y1={frame.bottom + 0.5} y2={frame.bottom + 0.5} />
      {ticks.map((tick) => (
        <text key={tick} x={scale(tick)} y={frame.bottom + 15} textAnchor="middle">
          {format(tick)}
        </text>
      ))}
      <text className="plot-caption" x={frame.right} y={frame.bottom + 30} textAnchor="end">
        {label}
      </text>
    </g>
  );
}

/** A power of ten as a tick's label. */
export function formatDecade(value: number): ReactNode {
  return <PowerOfTen exponent={Math.round(Math.log10(value))} />;
}

/** Decades as ticks of a log scale, every second or third where they would stand closer than `gap` pixels. */
export function decadesOf(scale: Scale, gap = 16): number[] {
  const [from = 1, to = 1] = scale.domain().map((value) => Math.log10(value));
  const [low, high] = [Math.ceil(Math.min(from, to) - 1e-9), Math.floor(Math.max(from, to) + 1e-9)];
  const [a = 0, b = 0] = scale.range();
  const perDecade = Math.abs(b - a) / Math.max(1e-9, Math.abs(to - from));
  const step = Math.max(1, Math.ceil(gap / perDecade));
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => 10 ** (high - i * step));
}
