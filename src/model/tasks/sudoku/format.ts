import { type Digits, type Puzzle, puzzleOf } from "./grid";

/** The grid as one line of 81 characters, '.' for a blank. */
export function formatLine(grid: Puzzle | Digits): string {
  return typeof grid === "string" ? grid : puzzleOf(grid);
}

/**
 * The grid as text to read: 11 lines, cells parted by spaces, boxes by | and lines of dashes.
 *
 *     5 3 . | . 7 . | . . .
 *     6 . . | 1 9 5 | . . .
 *     . 9 8 | . . . | . 6 .
 *     ------+-------+------
 *     ...
 */
export function formatGrid(grid: Puzzle | Digits): string {
  const line = formatLine(grid);
  const rows = Array.from({ length: 9 }, (_, row) => {
    const thirds = [0, 3, 6].map((column) => [...line.slice(row * 9 + column, row * 9 + column + 3)].join(" "));
    return thirds.join(" | ");
  });
  return [0, 3, 6].map((row) => rows.slice(row, row + 3).join("\n")).join("\n------+-------+------\n");
}
