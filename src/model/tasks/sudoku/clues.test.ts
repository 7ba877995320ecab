import { expect, it } from "vitest";
import { clueLadder } from "./clues";
import { clueCount, digitsOf } from "./grid";
import { extendsPuzzle } from "./rules";

const puzzle = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const solution = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";

it("has the puzzle itself as the rung of its own number of clues", () => {
  const { clues, rung } = clueLadder(puzzle, solution);
  expect(clues).toBe(30);
  expect(rung(30)).toBe(puzzle);
  expect(rung(81)).toBe(solution);
});

it("adds one clue of the solution a rung, and keeps those of the rungs below", () => {
  const { rung } = clueLadder(puzzle, solution);
  for (let n = 0; n <= 81; n++) {
    expect(clueCount(rung(n))).toBe(n);
    expect(extendsPuzzle(digitsOf(solution), rung(n))).toBe(true);
    if (n > 0) expect(extendsPuzzle(digitsOf(rung(n)), rung(n - 1))).toBe(true);
  }
});
