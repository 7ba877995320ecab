import { cellSpan } from "../board/MiniBoard";

export interface GridThumbProps {
  /** [81] */
  readonly digits: Uint8Array;
  readonly puzzle: string;
  /** [81] the grid to compare with; null marks nothing. */
  readonly against: Uint8Array | null;
  readonly color: string;
  readonly size?: number;
}

/** A grid in small: givens dark, the rest pale, and in full colour the cells that differ from another grid. */
export function GridThumb({ digits, puzzle, against, color, size = 40 }: GridThumbProps) {
  return (
    <svg className="grid-thumb" width={size} height={size} aria-hidden="true">
      {Array.from(digits, (digit, cell) => {
        const { at: x, side: width } = cellSpan(cell % 9, size);
        const { at: y, side: height } = cellSpan(Math.floor(cell / 9), size);
        const given = puzzle[cell] !== ".";
        const differs = against !== null && against[cell] !== digit;
        const fill = differs ? color : given ? "var(--line-strong)" : "var(--sunk)";
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its index
        return <rect key={cell} x={x} y={y} width={width} height={height} style={{ fill }} />;
      })}
    </svg>
  );
}
