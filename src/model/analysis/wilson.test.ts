import { expect, it } from "vitest";
import { wilson } from "./wilson";

it("gives the textbook interval", () => {
  // Newcombe 1998, table I: 81 of 263 and 15 of 148, Wilson without continuity correction.
  const many = wilson(81, 263);
  expect([many.low, many.high].map((bound) => bound.toFixed(4))).toEqual(["0.2553", "0.3662"]);
  const few = wilson(15, 148);
  expect([few.low, few.high].map((bound) => bound.toFixed(4))).toEqual(["0.0624", "0.1605"]);
});

it("says something at none and at all", () => {
  const none = wilson(0, 20);
  expect([none.share, none.low]).toEqual([0, 0]);
  expect(none.high).toBeCloseTo(0.1611, 4);
  const all = wilson(29, 29);
  expect([all.share, all.high]).toEqual([1, 1]);
  expect(all.low).toBeCloseTo(0.883, 3);
});

it("knows nothing of no cases, and refuses what is no share", () => {
  expect(wilson(0, 0)).toMatchObject({ share: Number.NaN, low: 0, high: 1 });
  expect(() => wilson(3, 2)).toThrow(RangeError);
});
