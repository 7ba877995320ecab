import type { Puzzle } from "../../../model/tasks/sudoku/grid";

/** The empty grid. */
export const BLANK: Puzzle = ".".repeat(81);

/** The puzzle with one cell changed; 0 erases. */
export function withDigit(puzzle: Puzzle, cell: number, digit: number): Puzzle {
  return puzzle.slice(0, cell) + (digit === 0 ? "." : String(digit)) + puzzle.slice(cell + 1);
}
