import { describe, expect, it } from "vitest";
import { gaussian } from "../eqr/noise";
import { curveThrough, halfwayOf, type Tally } from "./radius";

const SIZES = [0.25, 0.35, 0.5, 0.7, 1, 1.4, 2, 2.8];

/**
 * Kicks down of a map with two attractors, x -> x + (x - x^3) / 4, from states spread around the upper one at 1: the basins
 * meet at 0, so half of the kicks of size 1 return.
 */
function kicksOfTwoAttractors(n: number): Tally[] {
  return SIZES.map((size, s) => {
    const count = [...gaussian(5, s, 0, n)].filter((spread) => {
      let x = 1 + 0.2 * spread - size;
      for (let k = 0; k < 200; k++) x += (x - x ** 3) / 4;
      return x > 0.5;
    }).length;
    return { size, count, n };
  });
}

describe("halfwayOf", () => {
  it("finds the boundary of a map with two attractors", () => {
    const tallies = kicksOfTwoAttractors(100);
    const halfway = halfwayOf(tallies);
    expect(halfway?.kind).toBe("at");
    if (halfway?.kind !== "at") return;
    expect(halfway.size).toBeGreaterThan(0.93);
    expect(halfway.size).toBeLessThan(1.07);
    expect(halfway.low ?? 9).toBeLessThan(1);
    expect(halfway.high ?? 0).toBeGreaterThan(1);
    const curve = curveThrough(tallies, halfway);
    expect(curve(halfway.size)).toBeCloseTo(0.5, 6);
    expect(curve(0.1)).toBeGreaterThan(0.95);
  });

  it("names the middle of a clean cut, and an interval that holds it", () => {
    const halfway = halfwayOf(SIZES.map((size) => ({ size, count: size < 0.8 ? 12 : 0, n: 12 })));
    expect(halfway).toMatchObject({ kind: "at" });
    if (halfway?.kind !== "at") return;
    expect(halfway.size).toBeCloseTo(Math.sqrt(0.7), 1);
    expect(halfway.low ?? 0).toBeGreaterThan(0.5);
    expect(halfway.high ?? 9).toBeLessThan(1.2);
  });

  it("narrows with more kicks", () => {
    const width = (n: number) => {
      const halfway = halfwayOf(kicksOfTwoAttractors(n));
      return halfway?.kind === "at" ? (halfway.high ?? 9) / (halfway.low ?? 0.1) : Number.NaN;
    };
    expect(width(300)).toBeLessThan(width(12));
  });

  it("says so where the sizes tried do not reach it", () => {
    expect(halfwayOf(SIZES.map((size) => ({ size, count: 10, n: 12 })))).toEqual({ kind: "beyond", size: 2.8 });
    expect(halfwayOf(SIZES.map((size) => ({ size, count: 1, n: 12 })))).toEqual({ kind: "below", size: 0.25 });
    expect(halfwayOf([{ size: 1, count: 0, n: 0 }])).toBeNull();
  });
});
