import { type Plot, xOf } from "./plot";

export interface CursorProps {
  readonly plot: Plot;
  readonly cursor: number;
  /** Last computed iteration. */
  readonly last: number;
}

/** The cursor: a line through the chart, its flag, and how far the run and the cursor have come on the axis. */
export function Cursor({ plot, cursor, last }: CursorProps) {
  const x = xOf(plot, cursor);
  const { floor } = plot;
  const text = `k = ${cursor}`;
  const width = 14 + 6.6 * text.length;
  // At both ends the flag leans inwards, so that it never covers the caption.
  const flag = Math.min(plot.right - width + 1, Math.max(plot.left - 1, x - width / 2));
  return (
    <g className="chart-cursor">
      <line className="chart-computed" x1={plot.left} x2={xOf(plot, last)} y1={floor + 0.5} y2={floor + 0.5} />
      <line className="chart-passed" x1={plot.left} x2={x} y1={floor + 0.5} y2={floor + 0.5} />
      {/* The row of captions between residuals and q stays free. */}
      <path
        className="chart-now"
        d={plot.strip ? `M${x},17V${plot.bottom}M${x},${plot.strip.top}V${floor}` : `M${x},17V${floor}`}
      />
      <rect x={flag} y={0} width={width} height={17} rx={4} />
      <text x={flag + width / 2} y={12.5} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}
