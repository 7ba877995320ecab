import { describe, expect, it } from "vitest";
import { randomInt, seededRng, shuffle } from "./random";

const draw = (seed: number | string, count: number): number[] => {
  const rng = seededRng(seed);
  return Array.from({ length: count }, rng);
};

describe("seededRng", () => {
  it("gives the same sequence for the same seed, and another for another", () => {
    expect(draw("a", 5)).toEqual(draw("a", 5));
    expect(draw(7, 5)).toEqual(draw("7", 5));
    const firsts = Array.from({ length: 1000 }, (_, seed) => draw(seed, 1)[0]);
    expect(new Set(firsts).size).toBe(1000);
  });

  it("spreads evenly over [0, 1)", () => {
    const buckets = Array(10).fill(0);
    const values = draw("spread", 100_000);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    for (const value of values) buckets[Math.floor(value * 10)]++;
    // 10,000 are expected in each, with a standard deviation of 95.
    for (const count of buckets) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });
});

describe("randomInt and shuffle", () => {
  it("reach every number below the bound", () => {
    const rng = seededRng(1);
    expect(new Set(Array.from({ length: 200 }, () => randomInt(rng, 6)))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  });

  it("puts every item first about equally often, and loses none", () => {
    const rng = seededRng(2);
    const firsts = [0, 0, 0, 0];
    let lost = false;
    for (let round = 0; round < 4000; round++) {
      const shuffled = shuffle([0, 1, 2, 3], rng);
      firsts[shuffled[0] as number] = (firsts[shuffled[0] as number] as number) + 1;
      lost ||= [...shuffled].sort().join("") !== "0123";
    }
    expect(lost).toBe(false);
    for (const count of firsts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
