import { describe, expect, it } from "vitest";
import { fitProjection, gridLines, gridStep, INSET } from "./projection";

const box = { left: -10, right: 30, low: 0, high: 10 };
const size = { width: 430, height: 330 };
const still = { x: 0, y: 0, k: 1 };

describe("fitProjection", () => {
  it("shows the whole box, undistorted, centred and the right way up", () => {
    const { scale, left, top } = fitProjection(box, size, still);
    expect(scale).toBe(10);
    expect(left + scale * box.left).toBeCloseTo(INSET.left, 9);
    expect(left + scale * box.right).toBeCloseTo(size.width - INSET.right, 9);
    expect(top - scale * box.high).toBeLessThan(top - scale * box.low);
    const middle = (INSET.top + size.height - INSET.bottom) / 2;
    expect(top - scale * 5).toBeCloseTo(middle, 9);
  });

  it("zooms about the point that d3-zoom was given", () => {
    const before = fitProjection(box, size, still);
    // Zoom by 2 about pixel (100, 80): x' = 2x - 100, y' = 2y - 80.
    const after = fitProjection(box, size, { x: -100, y: -80, k: 2 });
    const atX = (100 - before.left) / before.scale;
    const atY = (before.top - 80) / before.scale;
    expect(after.left + after.scale * atX).toBeCloseTo(100, 9);
    expect(after.top - after.scale * atY).toBeCloseTo(80, 9);
  });
});

describe("gridStep", () => {
  it("is a round number that leaves the gap", () => {
    expect([gridStep(10, 50), gridStep(10, 51), gridStep(100, 50), gridStep(0.3, 50)]).toEqual([5, 10, 0.5, 200]);
  });
});

describe("gridLines", () => {
  it("lie on multiples of the step, in either direction of the axis", () => {
    expect(gridLines(100, 10, 5, 20, 200)).toEqual([50, 100, 150, 200]);
    expect(gridLines(100, -10, 5, 20, 200)).toEqual([200, 150, 100, 50]);
  });
});
