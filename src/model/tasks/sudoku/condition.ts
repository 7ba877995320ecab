import type { Hypothesis } from "../../eqr/nudges/nudge";

/** What the map is told about a candidate. */
const GIVEN = 1;
const EXCLUDED = 2;

/**
 * The condition x of a puzzle (81 characters, '1'-'9' given, anything else open): [729], index = cell * 9 + digit - 1;
 * 0 unknown, 1 this digit is given, 2 another digit is given in this cell.
 */
export function conditionOf(puzzle: string): Int32Array {
  if (puzzle.length !== 81) throw new RangeError(`A puzzle has 81 cells, not ${puzzle.length}.`);
  const x = new Int32Array(729);
  for (let cell = 0; cell < 81; cell++) {
    const digit = "123456789".indexOf(puzzle.charAt(cell)) + 1;
    if (digit === 0) continue;
    x.fill(EXCLUDED, cell * 9, cell * 9 + 9);
    x[cell * 9 + digit - 1] = GIVEN;
  }
  return x;
}

/** The same of a puzzle with hypotheses: the map is shown them exactly as if they were given. */
export function conditionWith(puzzle: string, hypotheses: readonly Hypothesis[]): Int32Array {
  const cells = [...puzzle];
  for (const { cell, digit } of hypotheses) cells[cell] = String(digit);
  return conditionOf(cells.join(""));
}
