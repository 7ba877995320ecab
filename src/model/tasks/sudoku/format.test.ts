import { describe, expect, it } from "vitest";
import { formatGrid, formatLine } from "./format";
import { digitsOf } from "./grid";

const WIKIPEDIA = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";

describe("formatLine", () => {
  it("writes 81 characters", () => {
    expect(formatLine(digitsOf(WIKIPEDIA))).toBe(WIKIPEDIA);
    expect(formatLine(WIKIPEDIA)).toBe(WIKIPEDIA);
  });
});

describe("formatGrid", () => {
  it("draws the boxes", () => {
    const drawn = [
      "5 3 . | . 7 . | . . .",
      "6 . . | 1 9 5 | . . .",
      ". 9 8 | . . . | . 6 .",
      "------+-------+------",
      "8 . . | . 6 . | . . 3",
      "4 . . | 8 . 3 | . . 1",
      "7 . . | . 2 . | . . 6",
      "------+-------+------",
      ". 6 . | . . . | 2 8 .",
      ". . . | 4 1 9 | . . 5",
      ". . . | . 8 . | . 7 9",
    ].join("\n");
    expect(formatGrid(WIKIPEDIA)).toBe(drawn);
    expect(formatGrid(digitsOf(WIKIPEDIA))).toBe(drawn);
  });
});
