/** A Sudoku grid as text: 81 characters in reading order, '1'-'9' for a digit and '.' for a blank. */
export type Puzzle = string;

/** A Sudoku grid as numbers: 81 entries in reading order, 1-9 for a digit and 0 for a blank. */
export type Digits = Uint8Array;

export const CELLS = 81;

export const rowOf = (cell: number): number => Math.floor(cell / 9);
export const columnOf = (cell: number): number => cell % 9;
export const boxOf = (cell: number): number => Math.floor(cell / 27) * 3 + Math.floor((cell % 9) / 3);

/** The 27 units, each nine cell indices: rows 0-8, then columns 9-17, then boxes 18-26. */
export const UNITS: readonly (readonly number[])[] = [rowOf, columnOf, boxOf].flatMap((unitOf) =>
  Array.from({ length: 9 }, (_, unit) =>
    Array.from({ length: CELLS }, (_, cell) => cell).filter((cell) => unitOf(cell) === unit),
  ),
);

/** PEERS[cell]: the 20 other cells that share a row, a column or a box with the cell, ascending. */
export const PEERS: readonly (readonly number[])[] = Array.from({ length: CELLS }, (_, cell) =>
  Array.from({ length: CELLS }, (_, other) => other).filter((other) => other !== cell && seesEachOther(cell, other)),
);

/** The digits of a puzzle as a new Uint8Array(81), 0 for a blank. Throws a RangeError when it is no 81-cell grid. */
export function digitsOf(puzzle: Puzzle): Digits {
  if (!isPuzzle(puzzle)) throw new RangeError(`Not a Sudoku of 81 cells ('1'-'9' or '.'): ${puzzle.slice(0, 100)}`);
  const digits = new Uint8Array(CELLS);
  for (let cell = 0; cell < CELLS; cell++) digits[cell] = Math.max(0, puzzle.charCodeAt(cell) - 48);
  return digits;
}

/** The text of 81 digits, '.' for every 0. */
export function puzzleOf(digits: ArrayLike<number>): Puzzle {
  let text = "";
  for (let cell = 0; cell < CELLS; cell++) text += digits[cell] ? String(digits[cell]) : ".";
  return text;
}

/** Whether the text is 81 characters of '1'-'9' and '.'. */
export function isPuzzle(text: string): boolean {
  return /^[1-9.]{81}$/.test(text);
}

/** How many cells of the grid hold a digit. */
export function clueCount(grid: Puzzle | Digits): number {
  let clues = 0;
  for (let cell = 0; cell < CELLS; cell++) if (grid[cell] !== "." && grid[cell] !== 0) clues++;
  return clues;
}

function seesEachOther(a: number, b: number): boolean {
  return rowOf(a) === rowOf(b) || columnOf(a) === columnOf(b) || boxOf(a) === boxOf(b);
}
