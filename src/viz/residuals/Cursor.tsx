import { type ChartLayout, xOf } from "./layout";

export interface CursorProps {
  readonly layout: ChartLayout;
  readonly cursor: number;
  /** Last computed iteration. */
  readonly last: number;
}

/** The cursor: a line through the chart, its flag, and how far the run and the cursor have come on the axis. */
export function Cursor({ layout, cursor, last }: CursorProps) {
  const x = xOf(layout, cursor);
  const { floor } = layout;
  const text = `k = ${cursor}`;
  const width = 14 + 6.6 * text.length;
  // At both ends the flag leans inwards, so that it never covers the caption.
  const flag = Math.min(layout.right - width + 1, Math.max(layout.left - 1, x - width / 2));
  return (
    <g className="chart-cursor">
      <line className="chart-computed" x1={layout.left} x2={xOf(layout, last)} y1={floor + 0.5} y2={floor + 0.5} />
      <line className="chart-passed" x1={layout.left} x2={x} y1={floor + 0.5} y2={floor + 0.5} />
      {/* The row of captions between residuals and q stays free. */}
      <path
        className="chart-now"
        d={layout.strip ? `M${x},17V${layout.bottom}M${x},${layout.strip.top}V${floor}` : `M${x},17V${floor}`}
      />
      <rect x={flag} y={0} width={width} height={17} rx={4} />
      <text x={flag + width / 2} y={12.5} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}
