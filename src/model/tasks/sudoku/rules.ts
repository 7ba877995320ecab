import { CELLS, type Digits, digitsOf, type Puzzle, UNITS } from "./grid";

/** One broken rule: `digit` stands in all of `cells` (at least two) of one row, column or box, counted from 1. */
export interface Conflict {
  kind: "row" | "column" | "box";
  unit: number;
  digit: number;
  cells: number[];
}

/** Every rule the digits break, rows first, then columns, then boxes; empty when there is none. Blanks break nothing. */
export function conflicts(digits: Digits): Conflict[] {
  const found: Conflict[] = [];
  UNITS.forEach((unit, index) => {
    for (let digit = 1; digit <= 9; digit++) {
      const cells = unit.filter((cell) => digits[cell] === digit);
      if (cells.length > 1) found.push({ kind: kindOfUnit(index), unit: (index % 9) + 1, digit, cells });
    }
  });
  return found;
}

/** A conflict in words: "two 5s in row 3". */
export function describeConflict({ kind, unit, digit, cells }: Conflict): string {
  return `${COUNT_WORDS[cells.length] ?? cells.length} ${digit}s in ${kind} ${unit}`;
}

/** Whether no digit is twice in a unit. Far quicker than listing the conflicts. */
export function breaksNoRule(digits: Digits): boolean {
  for (const unit of UNITS) {
    let seen = 0;
    for (const cell of unit) {
      const bit = (1 << (digits[cell] ?? 0)) & ~1;
      if ((seen & bit) !== 0) return false;
      seen |= bit;
    }
  }
  return true;
}

/** Whether the grid is full and breaks no rule. */
export function isValidGrid(digits: Digits): boolean {
  return digits.length === CELLS && digits.every((digit) => digit >= 1 && digit <= 9) && breaksNoRule(digits);
}

/** Whether the grid keeps every given of the puzzle. Blanks of the grid keep nothing. */
export function extendsPuzzle(grid: Digits, puzzle: Puzzle | Digits): boolean {
  const givens = typeof puzzle === "string" ? digitsOf(puzzle) : puzzle;
  return givens.every((given, cell) => given === 0 || grid[cell] === given);
}

const COUNT_WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

function kindOfUnit(index: number): Conflict["kind"] {
  if (index < 9) return "row";
  return index < 18 ? "column" : "box";
}
