import { expect, it } from "vitest";
import { isSolution } from "../index";
import { solver } from "./solver";
import { sudoku } from "./task";

const UNIQUE = sudoku.read("53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79");
const LIMITS = { most: 10, guesses: 20_000 };

it("finds the only solution, many of them, or none", () => {
  const { grids, count, exact } = solver.solve(UNIQUE, LIMITS);
  expect([grids.length, count, exact]).toEqual([1, 1, true]);
  expect(isSolution(UNIQUE, grids[0] ?? new Uint8Array())).toBe(true);
  const open = solver.solve(sudoku.read(".".repeat(81)), LIMITS);
  expect([open.grids.length, open.count, open.exact]).toEqual([10, 10, false]);
  expect(solver.solve(sudoku.read(`11${".".repeat(79)}`), LIMITS)).toEqual({ grids: [], count: 0, exact: true });
  // One guess is not enough to prove that there is no second one.
  const short = solver.solve(sudoku.read(`12345678.........9${".".repeat(63)}`), { most: 10, guesses: 1 });
  expect(short.exact).toBe(short.count === 0);
});

it("rates by guesses, and says nothing of a problem with several solutions", () => {
  expect(solver.rate(UNIQUE, 100)).toBe(0);
  expect(solver.rate(sudoku.read(".".repeat(81)), 100)).toBeNull();
});

it("gives a ladder of problems around the puzzle, each holding the one below", () => {
  const [solution = new Uint8Array()] = solver.solve(UNIQUE, LIMITS).grids;
  const { given, rung } = solver.ladder(UNIQUE, solution);
  expect(given).toBe(30);
  expect(rung(given)).toEqual(UNIQUE);
  const [fewer, more] = [rung(given - 5), rung(given + 5)];
  expect([fewer, more].map(({ input }) => input.filter((digit) => digit > 0).length)).toEqual([25, 35]);
  fewer.input.forEach((digit, cell) => {
    if (digit > 0) expect(more.input[cell]).toBe(digit);
  });
  expect(isSolution(more, solution)).toBe(true);
});
