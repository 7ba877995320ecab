import type { Grid } from "../../model/tasks/task";

/** A grid with the lines that are drawn thick: before which rows and columns, counted from 0, the outer ones left out. */
export interface RuledGrid extends Grid {
  readonly thickRows: readonly number[];
  readonly thickColumns: readonly number[];
}

/** Where the cells of a board lie, in pixels. */
export interface BoardGeometry {
  readonly grid: RuledGrid;
  /** Left edge of each column, top edge of each row. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Of a cell. */
  readonly side: number;
  /** Between two cells; where a thick line is, more. */
  readonly gap: number;
}

export interface BoardMeasures {
  readonly side: number;
  readonly gap?: number;
  /** What a thick line adds to the gap. */
  readonly thickGap?: number;
  readonly left?: number;
  readonly top?: number;
}

export function layBoard(grid: RuledGrid, measures: BoardMeasures): BoardGeometry {
  const { side, gap = 0, thickGap = 0, left = 0, top = 0 } = measures;
  const starts = (count: number, thick: readonly number[], from: number) =>
    Array.from(
      { length: count },
      (_, i) => from + i * (side + gap) + thickGap * thick.filter((line) => line <= i).length,
    );
  return {
    grid,
    side,
    gap,
    xs: starts(grid.columns, grid.thickColumns, left),
    ys: starts(grid.rows, grid.thickRows, top),
  };
}

/** A board in the middle of a square: in whole pixels, one between cells and one more at thick lines, as far as they fit. */
export function fitBoard(grid: RuledGrid, size: number): BoardGeometry {
  const across = { cells: grid.columns, gaps: grid.columns - 1 + grid.thickColumns.length };
  const down = { cells: grid.rows, gaps: grid.rows - 1 + grid.thickRows.length };
  const whole = Math.floor(Math.min(...[across, down].map(({ cells, gaps }) => (size - gaps) / cells)));
  const gap = whole >= 1 ? 1 : 0;
  const side = gap ? whole : Math.min(size / across.cells, size / down.cells);
  const margin = ({ cells, gaps }: typeof across) => Math.floor((size - cells * side - gap * gaps) / 2);
  return layBoard(grid, { side, gap, thickGap: gap, left: margin(across), top: margin(down) });
}

/** Upper left corner of a cell. */
export function cornerOf({ grid, xs, ys }: BoardGeometry, cell: number): { readonly x: number; readonly y: number } {
  return { x: xs[cell % grid.columns] ?? 0, y: ys[Math.floor(cell / grid.columns)] ?? 0 };
}

/** The cell at a point; the gap after a cell belongs to it. Null outside of the board. */
export function cellAt({ grid, xs, ys, side, gap }: BoardGeometry, x: number, y: number): number | null {
  const trackAt = (starts: readonly number[], at: number) =>
    at < (starts.at(-1) ?? 0) + side + gap ? starts.findLastIndex((start) => start <= at) : -1;
  const [column, row] = [trackAt(xs, x), trackAt(ys, y)];
  return column < 0 || row < 0 ? null : row * grid.columns + column;
}
