import { expect, it } from "vitest";
import { digitsOf } from "../../../../model/tasks/sudoku/grid";
import { solve } from "../../../../model/tasks/sudoku/solve";
import { checkText, clockText, standingOf, wrongCells } from "./standing";
import { emptyWork } from "./work";

const PUZZLE = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const found = solve(PUZZLE);
const SOLUTION = found.kind === "unique" ? found.solution : "";
const GIVENS = digitsOf(PUZZLE);

it("is finished by the solution, and not by anything less or else", () => {
  const work = { ...emptyWork(), digits: digitsOf(SOLUTION).map((digit, cell) => (GIVENS[cell] ? 0 : digit)) };
  const done = standingOf(GIVENS, work);
  expect(done).toMatchObject({ open: 0, finished: true, left: Array(9).fill(0) });
  expect(done.broken.size).toBe(0);
  const digits = work.digits.slice();
  digits[2] = 0;
  expect(standingOf(GIVENS, { ...work, digits })).toMatchObject({ open: 1, finished: false });
  digits[2] = 5;
  const wrong = standingOf(GIVENS, { ...work, digits });
  expect(wrong.finished).toBe(false);
  expect(wrong.broken).toContain(2);
});

it("finds the digits that differ from the solution, and says what a check saw", () => {
  const work = emptyWork();
  work.digits[2] = Number(SOLUTION[2]);
  work.digits[3] = (Number(SOLUTION[3]) % 9) + 1;
  expect([...wrongCells(work, SOLUTION)]).toEqual([3]);
  const standing = { ...standingOf(GIVENS, work), broken: new Set<number>() };
  expect(checkText(standing, null)).toBe("No rule is broken; 49 cells to go.");
  expect(checkText(standing, new Set([3]))).toContain("One digit differs from the solution.");
  expect(checkText(standing, new Set())).toContain("agrees with the solution");
  expect(checkText({ ...standing, broken: new Set([1, 2]) }, null)).toBe("2 digits break a rule.");
});

it("writes a time as a clock", () => {
  expect([0, 7_400, 247_000, 3_729_000].map(clockText)).toEqual(["0:00", "0:07", "4:07", "1:02:09"]);
});
