import { expect, it } from "vitest";
import { decadeTicks } from "./ticks";

it("labels every decade, and fewer where lines would touch", () => {
  expect(decadeTicks([-7, 0], 140, 14)).toEqual([0, -1, -2, -3, -4, -5, -6, -7]);
  expect(decadeTicks([-7, 0], 60, 14)).toEqual([0, -2, -4, -6]);
});
