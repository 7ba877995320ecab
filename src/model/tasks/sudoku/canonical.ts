import { boxOf, CELLS, columnOf, type Digits, digitsOf, type Puzzle, rowOf } from "./grid";

/**
 * A key that is the same for all puzzles that differ only by a symmetry of Sudoku: digits renamed, rows permuted
 * inside a band, bands permuted, the same for columns and stacks, and transposition. 32 hexadecimal characters.
 *
 * This is an invariant, not a canonical form: clues, lines, boxes, bands and digits start alike and are told apart in
 * rounds by what they touch (colour refinement), and the multiset of colours is hashed to 64 bits, for the grid and for
 * its transpose. Equivalent
 * puzzles always share a key; two others might, but for puzzles without symmetry that takes a hash collision.
 * So it is right for dropping duplicates, where a rare false match costs one puzzle.
 */
export function symmetryKey(puzzle: Puzzle | Digits): string {
  const digits = typeof puzzle === "string" ? digitsOf(puzzle) : puzzle;
  const clues: Clue[] = [];
  for (let cell = 0; cell < CELLS; cell++) {
    const digit = digits[cell] as number;
    if (digit > 0) clues.push({ row: rowOf(cell), column: columnOf(cell), box: boxOf(cell), digit: digit - 1 });
  }
  const transposed = clues.map(({ row, column, box, digit }) => ({
    row: column,
    column: row,
    box: (box % 3) * 3 + Math.floor(box / 3),
    digit,
  }));
  return [refine(clues), refine(transposed)].sort().join("");
}

interface Clue {
  row: number;
  column: number;
  box: number;
  digit: number;
}

const ROUNDS = 5;

/** Mixes a 32-bit word (the finaliser of MurmurHash3). */
function mix(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Hashes one orientation: the roles of rows and columns are told apart here. */
function refine(clues: Clue[]): string {
  const clueColours = new Int32Array(clues.length).fill(1);
  const rows = new Int32Array(9).fill(2);
  const columns = new Int32Array(9).fill(3);
  const boxes = new Int32Array(9).fill(4);
  const digits = new Int32Array(9).fill(5);
  for (let round = 0; round < ROUNDS; round++) {
    clues.forEach(({ row, column, box, digit }, index) => {
      let h = mix((clueColours[index] as number) + 0x1234567);
      for (const colour of [rows[row], columns[column], boxes[box], digits[digit]])
        h = mix(h * 31 + (colour as number));
      clueColours[index] = h;
    });
    // Sums do not depend on the order of their terms, which makes each colour a function of a multiset.
    clues.forEach(({ row, column, box, digit }, index) => {
      const h = mix((clueColours[index] as number) ^ 0x5bd1e995);
      rows[row] = (rows[row] as number) + h;
      columns[column] = (columns[column] as number) + h;
      boxes[box] = (boxes[box] as number) + h;
      digits[digit] = (digits[digit] as number) + h;
    });
    tellLinesOfThree(rows, boxes, (box) => Math.floor(box / 3));
    tellLinesOfThree(columns, boxes, (box) => box % 3);
  }
  let low = 0;
  let high = 0;
  for (const colour of clueColours) {
    low = (low + mix(colour)) | 0;
    high = (high + mix(colour ^ 0x27d4eb2f)) | 0;
  }
  for (const colour of [...rows, ...columns, ...boxes]) {
    low = (low + mix(colour + 17)) | 0;
    high = (high + mix(colour + 71)) | 0;
  }
  return hex(low) + hex(high);
}

/** Lets each band (or stack) hear of its lines, and each line and box of its band (or stack). */
function tellLinesOfThree(lines: Int32Array, boxes: Int32Array, bandOfBox: (box: number) => number): void {
  const bands = new Int32Array(3);
  for (let line = 0; line < 9; line++) {
    const band = Math.floor(line / 3);
    bands[band] = (bands[band] as number) + mix((lines[line] as number) + 7);
  }
  for (let k = 0; k < 9; k++) {
    lines[k] = mix((lines[k] as number) + mix((bands[Math.floor(k / 3)] as number) + 11));
    boxes[k] = mix((boxes[k] as number) + mix((bands[bandOfBox(k)] as number) + 13));
  }
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}
