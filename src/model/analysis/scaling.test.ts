import { expect, it } from "vitest";
import { placeByDistance } from "./scaling";

const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((v, i) => v - (b[i] ?? 0)));
const table = (points: readonly (readonly number[])[]) => points.flatMap((a) => points.map((b) => distance(a, b)));

it("keeps the distances of points that lie in a plane", () => {
  const points = [
    [0, 0],
    [3, 0],
    [3, 4],
    [-1, 2],
  ];
  const { places, kept } = placeByDistance(table(points), 4);
  const found = points.map((_, i) => [...places.subarray(i * 2, i * 2 + 2)]);
  table(found).forEach((value, i) => {
    expect(value).toBeCloseTo(table(points)[i] ?? Number.NaN, 4);
  });
  expect(kept).toBeCloseTo(1, 6);
});

it("says how much of points in space a plane shows", () => {
  const corners = [
    [1, 1, 1],
    [1, -1, -1],
    [-1, 1, -1],
    [-1, -1, 1],
  ];
  expect(placeByDistance(table(corners), 4).kept).toBeCloseTo(2 / 3, 5);
});

it("places one point, and points that are all the same", () => {
  expect([...placeByDistance([0], 1).places]).toEqual([0, 0]);
  expect([...placeByDistance([0, 0, 0, 0], 2).places]).toEqual([0, 0, 0, 0]);
});
