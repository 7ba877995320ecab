import { expect, it } from "vitest";
import { positionOf, wholeDecades } from "./scale";

it("spans whole decades around all rates", () => {
  expect(
    wholeDecades([
      { low: 0.4, high: 3 },
      { low: 20, high: 450 },
    ]),
  ).toEqual({ from: -1, to: 3 });
  expect(wholeDecades([{ low: 10, high: 10 }])).toEqual({ from: 1, to: 2 });
  expect(wholeDecades([])).toEqual({ from: 0, to: 1 });
});

it("places rates by their logarithm and keeps what is off the scale at its ends", () => {
  const scale = { from: 0, to: 2, left: 100, right: 300 };
  expect([1, 10, 100, 1000, 0].map((value) => positionOf(scale, value))).toEqual([100, 200, 300, 300, 100]);
});
