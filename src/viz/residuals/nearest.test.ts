import { describe, expect, it } from "vitest";
import { fakeRecord } from "../testing";
import { nearestLine, segmentDistance } from "./nearest";
import { makePlot, xOf, yOf } from "./plot";

const plot = makePlot({ width: 800, height: 200, end: 8, decades: [-7, 0], q: null, nudged: false });
const record = fakeRecord([
  [Number.NaN, 1, 0.1, 0.1, 0.1, 0.1],
  [Number.NaN, 1, 0.01, 1e-6, 1e-6, 1e-6],
]);

describe("nearestLine", () => {
  it("finds the line at a point", () => {
    expect(nearestLine(record, plot, xOf(plot, 4), yOf(plot, -1) + 3, 12)).toEqual({ trajectory: 0, k: 4 });
    expect(nearestLine(record, plot, xOf(plot, 4), yOf(plot, -6) - 3, 12)).toEqual({ trajectory: 1, k: 4 });
  });

  it("finds a steep line between two iterations", () => {
    const x = (xOf(plot, 2) + xOf(plot, 3)) / 2;
    expect(nearestLine(record, plot, x, yOf(plot, -4), 12)?.trajectory).toBe(1);
  });

  it("finds nothing out of reach or where nothing was computed", () => {
    expect(nearestLine(record, plot, xOf(plot, 4), yOf(plot, -3.5), 12)).toBeNull();
    expect(nearestLine(record, plot, xOf(plot, 8), yOf(plot, -1), 12)).toBeNull();
    expect(nearestLine(fakeRecord([[Number.NaN]]), plot, xOf(plot, 0), yOf(plot, 0), 12)).toBeNull();
  });
});

describe("segmentDistance", () => {
  it("measures to the nearest point of the segment", () => {
    expect(segmentDistance(5, 3, 0, 0, 10, 0)).toBe(3);
    expect(segmentDistance(13, 4, 0, 0, 10, 0)).toBe(5);
    expect(segmentDistance(3, 4, 0, 0, 0, 0)).toBe(5);
    expect(segmentDistance(3, 4, Number.NaN, 0, 0, 0)).toBeNaN();
  });
});
