import type { ScaleContinuousNumeric } from "d3-scale";
import type { ReactNode } from "react";
import { local } from "../../words/say";
import type { PlotFrame } from "./frame";
import { PowerOfTen } from "./PowerOfTen";
import { decadeTicks } from "./ticks";
import "./plot.css";

export type Scale = ScaleContinuousNumeric<number, number>;

export interface AxisProps {
  readonly frame: Pick<PlotFrame, "left" | "right" | "bottom">;
  readonly scale: (value: number) => number;
  /** Where the grid lies; each is labelled. */
  readonly ticks: readonly number[];
  readonly label?: string;
  readonly format?: (value: number) => ReactNode;
}

/** The axis at the left, with its grid; the caption is above it. */
export function AxisLeft({ frame, scale, ticks, label, format = local }: AxisProps) {
  return (
    <g>
      {label && (
        <text className="plot-caption" x={0} y={12}>
          {label}
        </text>
      )}
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

/** The axis at the bottom; its caption is under its right end. */
export function AxisBottom({ frame, scale, ticks, label, format = local }: AxisProps) {
  return (
    <g>
      <line className="chart-axis" x1={frame.left} x2={frame.right} y1={frame.bottom + 0.5} y2={frame.bottom + 0.5} />
      {ticks.map((tick) => (
        <text key={tick} x={scale(tick)} y={frame.bottom + 15} textAnchor="middle">
          {format(tick)}
        </text>
      ))}
      {label && (
        <text className="plot-caption" x={frame.right} y={frame.bottom + 30} textAnchor="end">
          {label}
        </text>
      )}
    </g>
  );
}

/** A power of ten as a tick's label. */
export function formatDecade(value: number): ReactNode {
  return <PowerOfTen exponent={Math.round(Math.log10(value))} />;
}

/** Decades as ticks of a log scale, every second or third where they would be closer than `gap` pixels. */
export function decadesOf(scale: Scale, gap = 16): number[] {
  const [from = 1, to = 1] = scale.domain().map((value) => Math.log10(value));
  const [low, high] = [Math.ceil(Math.min(from, to) - 1e-9), Math.floor(Math.max(from, to) + 1e-9)];
  const [a = 0, b = 0] = scale.range();
  const length = (Math.abs(b - a) * (high - low)) / Math.max(1e-9, Math.abs(to - from));
  return decadeTicks([low, high], length, gap).map((decade) => 10 ** decade);
}
