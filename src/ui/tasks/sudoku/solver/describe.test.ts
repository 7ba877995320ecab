import { expect, it } from "vitest";
import { solve } from "../../../../model/tasks/sudoku/solve";
import { type Analysis, describeBroken, describePuzzle } from "./describe";

const blank = ".".repeat(81);
const two5s = `5.......5${".".repeat(72)}`;

it("says how many solutions there are, as exactly as it is known", () => {
  expect(describePuzzle(blank, null)).toBe("0 clues · counting solutions …");
  expect(describePuzzle(`1${blank.slice(1)}`, { kind: "unique", solution: blank, guesses: 0 })).toBe(
    "1 clue · one solution",
  );
  expect(describePuzzle(blank, { kind: "several", atLeast: 16, exact: true })).toBe("0 clues · 16 solutions");
  expect(describePuzzle(blank, { kind: "several", atLeast: 1000, exact: false })).toBe(
    "0 clues · at least 1,000 solutions",
  );
  expect(describePuzzle(blank, { kind: "none" })).toBe("0 clues · no solution");
  expect(describePuzzle(blank, { kind: "timeout", found: 0 })).toContain("in 2 s");
});

it("names the broken rule", () => {
  expect(describeBroken(solve(two5s) as Analysis)).toBe("The clues break a rule: two 5s in row 1.");
  const worse = `55${two5s.slice(2)}`;
  expect(describeBroken(solve(worse) as Analysis)).toMatch(/three 5s in row 1, and one more\./);
  expect(describeBroken({ kind: "none" })).toBe("");
});
