import { columnOf, rowOf } from "../../../model/tasks/sudoku/grid";
import { say } from "../../../words/say";

/** Sudoku's board: thick lines between the boxes, cells named by row and column from 1. */
export const SUDOKU_BOARD = {
  grid: { rows: 9, columns: 9, values: 9, thickRows: [3, 6], thickColumns: [3, 6] },
  cellName: (cell: number): string => say`row ${rowOf(cell) + 1} column ${columnOf(cell) + 1}`,
  shortCellName: (cell: number): string => `r${rowOf(cell) + 1}c${columnOf(cell) + 1}`,
};
