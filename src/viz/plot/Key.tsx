import "./plot.css";

export interface KeyEntry {
  readonly text: string;
  /** CSS colour of the line. */
  readonly color: string;
  readonly dashed?: boolean;
}

/** What the lines of a plot are, in place of the caption above it. */
export function PlotKey({ entries }: { readonly entries: readonly KeyEntry[] }) {
  return (
    <ul className="plot-key">
      {entries.map(({ text, color, dashed }) => (
        <li key={text}>
          <svg width={16} height={8} aria-hidden="true">
            <line
              x1={0}
              x2={16}
              y1={4}
              y2={4}
              stroke={color}
              strokeWidth={1.8}
              strokeDasharray={dashed ? "4 2" : undefined}
            />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
