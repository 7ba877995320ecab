import { BoardCanvas } from "./BoardCanvas";
import { fitBoard, type RuledGrid } from "./geometry";
import "./gridThumb.css";

export interface GridThumbProps {
  readonly grid: RuledGrid;
  /** [cells] */
  readonly digits: Uint8Array;
  /** [cells] 0 blank. */
  readonly givens: Uint8Array;
  /** [cells] the grid to compare with; null marks nothing. */
  readonly against: Uint8Array | null;
  /** CSS custom property. */
  readonly color: `--${string}`;
  readonly size?: number;
}

/** A grid in small: givens dark, the rest pale, and in full colour the cells that differ from another grid. */
export function GridThumb({ grid, digits, givens, against, color, size = 40 }: GridThumbProps) {
  return (
    <BoardCanvas
      className="grid-thumb"
      geometry={fitBoard(grid, size)}
      size={size}
      cell={(cell, palette) => {
        const differs = against !== null && against[cell] !== digits[cell];
        return { ground: palette(differs ? color : (givens[cell] ?? 0) > 0 ? "--line-strong" : "--sunk") };
      }}
    />
  );
}
