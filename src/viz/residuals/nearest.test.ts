import { describe, expect, it } from "vitest";
import { fakeRecord } from "../testing";
import { layoutChart, xOf, yOf } from "./layout";
import { nearestLine, segmentDistance } from "./nearest";

const layout = layoutChart({ width: 800, height: 200, end: 8, decades: [-7, 0], q: null, nudged: false });
const record = fakeRecord([
  [Number.NaN, 1, 0.1, 0.1, 0.1, 0.1],
  [Number.NaN, 1, 0.01, 1e-6, 1e-6, 1e-6],
]);

describe("nearestLine", () => {
  it("finds the line at a point", () => {
    expect(nearestLine(record, layout, xOf(layout, 4), yOf(layout, -1) + 3, 12)).toEqual({ trajectory: 0, k: 4 });
    expect(nearestLine(record, layout, xOf(layout, 4), yOf(layout, -6) - 3, 12)).toEqual({ trajectory: 1, k: 4 });
  });

  it("finds a steep line between two iterations", () => {
    const x = (xOf(layout, 2) + xOf(layout, 3)) / 2;
    expect(nearestLine(record, layout, x, yOf(layout, -4), 12)?.trajectory).toBe(1);
  });

  it("finds nothing out of reach or where nothing was computed", () => {
    expect(nearestLine(record, layout, xOf(layout, 4), yOf(layout, -3.5), 12)).toBeNull();
    expect(nearestLine(record, layout, xOf(layout, 8), yOf(layout, -1), 12)).toBeNull();
    expect(nearestLine(fakeRecord([[Number.NaN]]), layout, xOf(layout, 0), yOf(layout, 0), 12)).toBeNull();
  });
});

describe("segmentDistance", () => {
  it("measures to the nearest point of the segment", () => {
    expect(segmentDistance([5, 3], [0, 0], [10, 0])).toBe(3);
    expect(segmentDistance([13, 4], [0, 0], [10, 0])).toBe(5);
    expect(segmentDistance([3, 4], [0, 0], [0, 0])).toBe(5);
    expect(segmentDistance([3, 4], [Number.NaN, 0], [0, 0])).toBeNaN();
  });
});
