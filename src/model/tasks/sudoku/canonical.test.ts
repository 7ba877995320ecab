import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { symmetryKey } from "./canonical";
import { minimalPuzzle } from "./generate";
import { type Digits, digitsOf } from "./grid";
import { type Rng, seededRng, shuffle } from "./random";

/** The lines 0-8 in a random order that keeps each band of three together. */
const bandedOrder = (rng: Rng): number[] =>
  shuffle([0, 1, 2], rng).flatMap((band) => shuffle([0, 1, 2], rng).map((line) => band * 3 + line));

/** A random one of the symmetries of Sudoku. */
const transform = (digits: Digits, rng: Rng): Digits => {
  const [rows, columns, names] = [bandedOrder(rng), bandedOrder(rng), shuffle([1, 2, 3, 4, 5, 6, 7, 8, 9], rng)];
  const transposed = rng() < 0.5;
  return digits.map((_, cell) => {
    const row = rows[Math.floor(cell / 9)] as number;
    const column = columns[cell % 9] as number;
    const digit = digits[transposed ? column * 9 + row : row * 9 + column] as number;
    return digit === 0 ? 0 : (names[digit - 1] as number);
  });
};

describe("symmetryKey", () => {
  it("is the same for all forms of a puzzle", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const rng = seededRng(seed);
        const digits = digitsOf(minimalPuzzle(rng).puzzle);
        expect(symmetryKey(transform(digits, rng))).toBe(symmetryKey(digits));
      }),
      { numRuns: 100 },
    );
  });

  it("takes a puzzle as text or digits and is 32 hexadecimal characters", () => {
    const { puzzle } = minimalPuzzle(seededRng(1));
    expect(symmetryKey(puzzle)).toMatch(/^[0-9a-f]{32}$/);
    expect(symmetryKey(digitsOf(puzzle))).toBe(symmetryKey(puzzle));
  });

  it("tells puzzles apart that no symmetry joins", () => {
    const rng = seededRng("apart");
    const puzzles = Array.from({ length: 150 }, () => minimalPuzzle(rng).puzzle);
    expect(new Set(puzzles.map(symmetryKey)).size).toBe(150);
  });

  it("notices a single clue moved, changed or removed", () => {
    const digits = digitsOf(minimalPuzzle(seededRng(2)).puzzle);
    const clue = digits.findIndex((digit) => digit !== 0);
    const blank = digits.indexOf(0);
    const clueDigit = digits[clue] as number;
    const variants = [
      digits,
      digits.with(clue, 0),
      digits.with(clue, (clueDigit % 9) + 1),
      digits.with(clue, 0).with(blank, clueDigit),
    ];
    expect(new Set(variants.map(symmetryKey)).size).toBe(4);
  });

  it("does not take swapping lines of different bands for a symmetry", () => {
    const digits = digitsOf(minimalPuzzle(seededRng(3)).puzzle);
    const swapped = digits.map(
      (_, cell) => digits[cell < 9 ? cell + 27 : cell >= 27 && cell < 36 ? cell - 27 : cell] ?? 0,
    );
    expect(symmetryKey(swapped)).not.toBe(symmetryKey(digits));
  });
});
