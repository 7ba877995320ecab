import { describe, expect, it } from "vitest";
import { qRange, residualDecades, timeEnd, timeTicks } from "./domain";

describe("timeEnd", () => {
  it("shows a short run whole and a long one in doublings", () => {
    expect(timeEnd(0, 32)).toBe(32);
    expect(timeEnd(100, 4096)).toBe(128);
    expect(timeEnd(129, 4096)).toBe(256);
    expect(timeEnd(4000, 4096)).toBe(4096);
    expect(timeEnd(200, 300)).toBe(256);
    expect(timeEnd(257, 300)).toBe(300);
  });

  it("never hides what was computed", () => {
    for (const computed of [0, 1, 127, 128, 129, 1000]) expect(timeEnd(computed, 64)).toBeGreaterThanOrEqual(computed);
  });
});

describe("timeTicks", () => {
  it("are powers of two apart, with room for their labels", () => {
    expect(timeTicks(128, 1280, 56)).toEqual([0, 8, 16, 24, 32, 40, 48, 56, 64, 72, 80, 88, 96, 104, 112, 120, 128]);
    expect(timeTicks(128, 300, 56)).toEqual([0, 32, 64, 96, 128]);
    expect(timeTicks(1, 10, 56)).toEqual([0, 1]);
  });
});

describe("residualDecades", () => {
  it("stays at 1 to 1e-7 for an ordinary run", () => {
    expect(residualDecades(-7.2, 0.14, 1e-4)).toEqual([-7, 0]);
    expect(residualDecades(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e-4)).toEqual([-7, 0]);
  });

  it("grows for what lies outside", () => {
    expect(residualDecades(-7.5, 1.5, 1e-4)).toEqual([-8, 2]);
    expect(residualDecades(0, 0, 1e-7)).toEqual([-8, 0]);
    expect(residualDecades(-40, 0, 1e-4)[0]).toBe(-12);
  });
});

describe("qRange", () => {
  it("is symmetric by default and grows in tens on the side that needs it", () => {
    expect(qRange(-9, 7)).toEqual([-10, 10]);
    expect(qRange(-31, 7)).toEqual([-40, 10]);
    expect(qRange(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)).toEqual([-10, 10]);
  });
});
