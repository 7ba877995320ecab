import { expect, it } from "vitest";
import { fakeTag, fakeView } from "../../../viz/testing";
import { planeFor } from "./planes";

const settled = (index: number, grid: number, settledAt: number) =>
  fakeView({ index, grid: fakeTag(grid), settledAt, outcome: "settled-valid" });

it("goes through the selected start and the next two", () => {
  expect(planeFor("starts", 4, [])?.bases.map(({ trajectory }) => trajectory)).toEqual([4, 5, 6]);
});

it("goes along directions that are no start of the run", () => {
  const plane = planeFor("directions", 2, []);
  expect(plane?.kind).toBe("directions");
  expect(plane?.bases[1].trajectory).toBeGreaterThan(100_000);
});

it("goes through two settled states that differ, or one and another start, or waits", () => {
  const views = [fakeView(), settled(1, 0, 40), settled(2, 0, 50), settled(3, 1, 60)];
  expect(planeFor("settled", 0, views)?.bases).toEqual([
    { trajectory: 0, iterations: 0 },
    { trajectory: 1, iterations: 48 },
    { trajectory: 3, iterations: 68 },
  ]);
  expect(planeFor("settled", 0, views.slice(0, 3))?.bases[2]).toEqual({ trajectory: 1, iterations: 0 });
  expect(planeFor("settled", 0, [fakeView()])).toBeNull();
  const first = settled(0, 0, 40);
  expect(planeFor("settled", 0, [first])?.bases[1]).toEqual({ trajectory: 0, iterations: 48 });
  expect(planeFor("settled", 0, [first], true)).toBeNull();
});
