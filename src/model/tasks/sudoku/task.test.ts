import { expect, test } from "vitest";
import { isSolution, problemOf, supposed, taskNamed } from "..";

const SOLVED = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";
const open = problemOf({ puzzle: ".".repeat(81) });

test("a puzzle is read once, into the digits that are given", () => {
  const { task, text, input } = problemOf({ puzzle: `.2${".".repeat(78)}9` });
  expect([task, text.length]).toEqual(["sudoku", 81]);
  expect([input[0], input[1], input[80]]).toEqual([0, 2, 9]);
  expect(() => problemOf({ puzzle: "12" })).toThrow("The puzzle must be 81 characters, 1-9 or a dot.");
});

test("a supposition is shown exactly as if it were given", () => {
  const suppositions = [
    { cell: 1, value: 2 },
    { cell: 80, value: 9 },
  ];
  expect(supposed(open, suppositions)).toEqual(problemOf({ puzzle: `.2${".".repeat(78)}9` }).input);
  expect(supposed(open, [])).toEqual(open.input);
});

test("a solution obeys the rules and keeps the givens", () => {
  const digits = Uint8Array.from(SOLVED, Number);
  expect(isSolution(open, digits)).toBe(true);
  expect(isSolution(problemOf({ puzzle: `1${".".repeat(80)}` }), digits)).toBe(false);
  expect(
    isSolution(
      open,
      digits.map(() => 1),
    ),
  ).toBe(false);
});

test("an unknown task is refused with the names of those there are", () => {
  expect(() => taskNamed("chess")).toThrow(/no task "chess" here; known: sudoku/);
});
