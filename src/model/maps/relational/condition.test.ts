import { expect, it } from "vitest";
import { digitsOf } from "../../tasks/sudoku/grid";
import { conditionsOf } from "./condition";

const conditionOf = (puzzle: string) => conditionsOf([digitsOf(puzzle)]);

it("says of each candidate whether it is unknown, given or excluded by a given", () => {
  const x = conditionOf(`.2${".".repeat(78)}9`);
  expect([...x.subarray(0, 9)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect([...x.subarray(9, 18)]).toEqual([2, 1, 2, 2, 2, 2, 2, 2, 2]);
  expect([...x.subarray(720)]).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 1]);
});

it("lays the conditions of several inputs one after the other", () => {
  const [a, b] = [digitsOf(`.2${".".repeat(79)}`), digitsOf(`${".".repeat(80)}9`)];
  const both = conditionsOf([a, b]);
  expect(both.subarray(0, 729)).toEqual(conditionsOf([a]));
  expect(both.subarray(729)).toEqual(conditionsOf([b]));
});

it("refuses anything but 81 cells", () => {
  expect(() => conditionsOf([new Uint8Array(2)])).toThrow(/81 cells, not 2/);
});
