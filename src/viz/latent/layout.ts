import { type BoardGeometry, cellAt, layBoard, type RuledGrid } from "../board/geometry";

/** A candidate: one of the values 1 ... n of a cell. */
export interface Candidate {
  readonly cell: number;
  readonly digit: number;
}

/** A board for each value, side by side in rows, in whole pixels. */
export interface BoardsLayout {
  /** By value, from 1 on. */
  readonly boards: readonly BoardGeometry[];
  readonly width: number;
  readonly height: number;
}

const GAP = 12;
const THICK_GAP = 2;
/** Above each board, for its value. */
const CAPTION = 15;

/** As large as fits. */
export function layoutBoards(grid: RuledGrid, width: number, height: number): BoardsLayout {
  const across = Math.ceil(Math.sqrt(grid.values));
  const down = Math.ceil(grid.values / across);
  const [widest, highest] = [(width - (across - 1) * GAP) / across, (height - (down - 1) * GAP) / down - CAPTION];
  const [thickAcross, thickDown] = [THICK_GAP * grid.thickColumns.length, THICK_GAP * grid.thickRows.length];
  const fits = Math.min((widest - thickAcross) / grid.columns, (highest - thickDown) / grid.rows);
  const pitch = Math.max(3, Math.floor(fits));
  const [boardWidth, boardHeight] = [pitch * grid.columns + thickAcross, pitch * grid.rows + thickDown + CAPTION];
  const boards = Array.from({ length: grid.values }, (_, i) =>
    layBoard(grid, {
      side: pitch - 1,
      gap: 1,
      thickGap: THICK_GAP,
      left: (i % across) * (boardWidth + GAP),
      top: CAPTION + Math.floor(i / across) * (boardHeight + GAP),
    }),
  );
  return {
    boards,
    width: across * boardWidth + (across - 1) * GAP,
    height: down * boardHeight + (down - 1) * GAP,
  };
}

/** The candidate at a point, null between the boards. */
export function candidateAt({ boards }: BoardsLayout, x: number, y: number): Candidate | null {
  for (const [i, board] of boards.entries()) {
    const cell = cellAt(board, x, y);
    if (cell !== null) return { cell, digit: i + 1 };
  }
  return null;
}
