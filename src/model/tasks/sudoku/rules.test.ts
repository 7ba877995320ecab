import { describe, expect, it } from "vitest";
import { digitsOf } from "./grid";
import { conflicts, describeConflict, extendsPuzzle, isValidGrid } from "./rules";

const PUZZLE = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const SOLUTION = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";

const withDigit = (puzzle: string, cell: number, digit: number) => digitsOf(puzzle).with(cell, digit);

describe("conflicts", () => {
  it("finds none in a puzzle that breaks no rule, nor in a blank grid", () => {
    expect(conflicts(digitsOf(PUZZLE))).toEqual([]);
    expect(conflicts(new Uint8Array(81))).toEqual([]);
  });

  it("names every broken rule with its unit counted from 1 and its cells", () => {
    expect(conflicts(withDigit(PUZZLE, 2, 5))).toEqual([
      { kind: "row", unit: 1, digit: 5, cells: [0, 2] },
      { kind: "box", unit: 1, digit: 5, cells: [0, 2] },
    ]);
    expect(conflicts(withDigit(".".repeat(81), 8, 4).with(80, 4))).toEqual([
      { kind: "column", unit: 9, digit: 4, cells: [8, 80] },
    ]);
  });

  it("puts them in words", () => {
    expect(describeConflict({ kind: "row", unit: 3, digit: 5, cells: [18, 20] })).toBe("two 5s in row 3");
    expect(conflicts(new Uint8Array(81).fill(7, 0, 9)).map(describeConflict)).toEqual([
      "nine 7s in row 1",
      "three 7s in box 1",
      "three 7s in box 2",
      "three 7s in box 3",
    ]);
  });
});

describe("isValidGrid", () => {
  it("takes a full grid that breaks no rule", () => {
    expect(isValidGrid(digitsOf(SOLUTION))).toBe(true);
  });

  it("refuses blanks, broken rules, digits out of range and other sizes", () => {
    expect(isValidGrid(digitsOf(PUZZLE))).toBe(false);
    expect(isValidGrid(withDigit(SOLUTION, 0, 3))).toBe(false);
    expect(isValidGrid(withDigit(SOLUTION, 0, 10))).toBe(false);
    expect(isValidGrid(digitsOf(SOLUTION).slice(0, 80))).toBe(false);
  });
});

describe("extendsPuzzle", () => {
  it("asks that every given is kept", () => {
    expect(extendsPuzzle(digitsOf(SOLUTION), PUZZLE)).toBe(true);
    expect(extendsPuzzle(withDigit(SOLUTION, 0, 1), PUZZLE)).toBe(false);
    expect(extendsPuzzle(withDigit(SOLUTION, 2, 1), digitsOf(PUZZLE))).toBe(true);
    expect(extendsPuzzle(new Uint8Array(81), PUZZLE)).toBe(false);
  });
});
