import { expect, it } from "vitest";
import { byDifficulty } from "./difficulty";
import type { Judged } from "./judge";

const one = (guesses: number | null, iterations: number, solved: boolean): Judged => ({
  row: { line: 1, puzzle: ".".repeat(81), solution: null },
  solved,
  marks: [],
  answer: {
    index: 0,
    guesses,
    grid: "1".repeat(81),
    iterations,
    accepted: false,
    settled: solved,
    cycles: 1,
    residual: 0.1,
    q: 0,
    marks: { grids: [], table: [] },
  },
});

it("sorts puzzles by the guesses they need, and leaves out what has no rating", () => {
  const bands = byDifficulty([
    one(0, 8, true),
    one(0, 16, true),
    one(4, 32, true),
    one(1, 64, false),
    one(20, 128, false),
    one(null, 9, true),
  ]);
  expect(
    bands.map(({ from, to, solved, medianIterations }) => [from, to, solved.count, solved.n, medianIterations]),
  ).toEqual([
    [0, 0, 2, 2, 8],
    [1, 4, 1, 2, 32],
    [20, 99, 0, 1, 128],
  ]);
});
