import { describe, expect, it } from "vitest";
import type { Paths } from "./paths";
import { BANDS, tracePath } from "./trace";

function traced(
  points: readonly (readonly [number, number])[],
  first = 0,
  last = points.length - 1,
  cycles: readonly number[] = [],
): string[] {
  const xy = Float32Array.from(points.flat());
  const cycle = Uint16Array.from(points, (_, i) => cycles[i] ?? 0);
  const paths: Paths = {
    xy,
    cycle,
    first: new Int32Array(1),
    breadth: 1,
    length: points.length,
    cursor: points.length - 1,
  };
  const strokes: string[] = [];
  const pen = {
    moveTo: (x: number, y: number) => void strokes.push(`M${x},${y}`),
    lineTo: (x: number, y: number) => void strokes.push(`L${x},${y}`),
  };
  tracePath(pen, paths, 0, first, last);
  return strokes;
}

describe("tracePath", () => {
  it("joins known points across unknown ones", () => {
    expect(
      traced([
        [Number.NaN, Number.NaN],
        [1, 1],
        [Number.NaN, Number.NaN],
        [5, 5],
      ]),
    ).toEqual(["M1,1", "L5,5"]);
  });

  it("skips steps too short to see, but ends where the path ends", () => {
    expect(
      traced([
        [0, 0],
        [9, 0],
        [9.25, 0],
        [9.5, 0],
        [9.625, 0],
      ]),
    ).toEqual(["M0,0", "L9,0", "L9.5,0", "L9.625,0"]);
  });

  it("breaks where a fresh start was made, also across unknown places", () => {
    expect(
      traced(
        [
          [0, 0],
          [5, 0],
          [Number.NaN, Number.NaN],
          [50, 50],
          [55, 50],
        ],
        0,
        4,
        [0, 0, 1, 1, 1],
      ),
    ).toEqual(["M0,0", "L5,0", "M50,50", "L55,50"]);
  });

  it("draws the asked stretch only", () => {
    expect(
      traced(
        [
          [0, 0],
          [5, 0],
          [9, 0],
        ],
        1,
        2,
      ),
    ).toEqual(["M5,0", "L9,0"]);
  });
});

describe("BANDS", () => {
  it("cover every age once, older ones fainter", () => {
    BANDS.slice(1).forEach((band, i) => {
      expect(band.from).toBe(BANDS[i]?.to);
      expect(band.alpha).toBeLessThan(BANDS[i]?.alpha ?? 0);
    });
    expect(BANDS.at(-1)?.to).toBe(Number.POSITIVE_INFINITY);
  });
});
