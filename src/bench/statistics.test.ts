import { expect, it } from "vitest";
import { median, spread } from "./statistics";

it("takes the middle number, or the mean of the two middle ones", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 10, 2])).toBe(3);
  expect(() => median([])).toThrow("no median");
});

it("relates the spread to the median", () => {
  expect(spread([8, 10, 13])).toBe(0.5);
  expect(spread([7])).toBe(0);
});
