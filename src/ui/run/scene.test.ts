import { expect, it } from "vitest";
import { followed } from "./scene";

const order = [5, 3, 1, 0, 2, 4, 6, 7];

it("follows the best, but stays with one of the best quarter while playing", () => {
  expect(followed(order, 3, true)).toBe(3);
  expect(followed(order, 1, true)).toBe(5);
  expect(followed(order, 3, false)).toBe(5);
});

it("copes with few trajectories and with one that is gone", () => {
  expect(followed([1, 0], 0, true)).toBe(1);
  expect(followed([0], 0, true)).toBe(0);
  expect(followed(order, 99, true)).toBe(5);
  expect(followed([], 0, true)).toBe(0);
});
