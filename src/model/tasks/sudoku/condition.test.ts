import { expect, it } from "vitest";
import { conditionOf, conditionWith } from "./condition";

it("says of each candidate whether it is unknown, given or excluded by a given", () => {
  const x = conditionOf(`.2${".".repeat(78)}9`);
  expect([...x.subarray(0, 9)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect([...x.subarray(9, 18)]).toEqual([2, 1, 2, 2, 2, 2, 2, 2, 2]);
  expect([...x.subarray(720)]).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 1]);
});

it("shows a hypothesis exactly as if it were given", () => {
  const open = ".".repeat(81);
  const hypotheses = [
    { cell: 1, digit: 2 },
    { cell: 80, digit: 9 },
  ];
  expect(conditionWith(open, hypotheses)).toEqual(conditionOf(`.2${".".repeat(78)}9`));
  expect(conditionWith(open, [])).toEqual(conditionOf(open));
});

it("refuses anything but 81 cells", () => {
  expect(() => conditionOf("12")).toThrow(/81 cells, not 2/);
});
