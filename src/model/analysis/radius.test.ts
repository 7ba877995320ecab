import { describe, expect, it } from "vitest";
import { gaussian } from "../eqr/noise/noise";
import { ANY_FLOOR, curveThrough, halfwayOf, sizesWhereItFalls, type Tally } from "./radius";

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

describe("halfwayOf with a floor", () => {
  const noisy = (floor: number) =>
    [0.5, 1, 2, 4, 8, 16, 32].map((size) => {
      const share = floor + (1 - floor) / (1 + (size / 5) ** 3);
      return { size, count: Math.round(200 * share), n: 200 };
    });

  it("finds the middle of a fall that ends above one half", () => {
    const halfway = halfwayOf(noisy(0.6), ANY_FLOOR);
    if (halfway?.kind !== "at") throw new Error(`It is ${halfway?.kind}.`);
    expect(halfway.floor).toBeCloseTo(0.6, 1);
    expect(halfway.size).toBeGreaterThan(4);
    expect(halfway.size).toBeLessThan(6);
    expect(curveThrough(noisy(0.6), halfway)(1000)).toBeCloseTo(halfway.floor, 2);
    expect(halfwayOf(noisy(0.6))).toEqual({ kind: "beyond", size: 32 });
  });

  it("fits no floor where all fall", () => {
    expect(halfwayOf(noisy(0), ANY_FLOOR)).toMatchObject({ kind: "at", floor: 0 });
    expect(halfwayOf(noisy(0.95), ANY_FLOOR)).toEqual({ kind: "beyond", size: 32 });
  });
});

describe("sizesWhereItFalls", () => {
  const shares = (...list: number[]) => list.map((share, i) => ({ size: 2 ** i, count: 16 * share, n: 16 }));

  it("fills the gap in which the share falls, evenly in factors", () => {
    expect(sizesWhereItFalls(shares(1, 1, 0, 0), 3)).toEqual([2.24, 2.83, 3.56]);
    // Where large kicks land anywhere, it falls to a share above 0.
    expect(sizesWhereItFalls(shares(1, 1, 0.5, 0.5, 0.5), 1)).toEqual([2.83]);
    // A slow fall is filled from its beginning to its end; a size that was tried is not tried again.
    expect(sizesWhereItFalls(shares(1, 1, 0.75, 0.5, 0.25, 0, 0), 4)).toEqual([2.83, 5.66, 11.3, 22.6]);
    expect(sizesWhereItFalls(shares(1, 1, 0.75, 0.5, 0.25, 0, 0), 2)).toEqual([]);
  });

  it("adds none where hardly anything changes", () => {
    expect(sizesWhereItFalls(shares(1, 1, 1), 4)).toEqual([]);
    expect(sizesWhereItFalls(shares(1, 0.875), 4)).toEqual([]);
    expect(sizesWhereItFalls([], 4)).toEqual([]);
  });
});
