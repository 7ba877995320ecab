import { expect, it } from "vitest";
import { withBrushed } from "./setup";

it("adds and takes away brushed cells, in order and none twice", () => {
  expect(withBrushed([3, 9], 5, true)).toEqual([3, 5, 9]);
  expect(withBrushed([3, 9], 9, false)).toEqual([3]);
  const cells = [3, 9];
  expect(withBrushed(cells, 9, true)).toBe(cells);
  expect(withBrushed(cells, 4, false)).toBe(cells);
});
