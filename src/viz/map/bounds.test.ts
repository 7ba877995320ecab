import { describe, expect, it } from "vitest";
import { fakeRecord } from "../testing";
import { boundsFor, frameBox } from "./bounds";

const nan = Number.NaN;
const two = fakeRecord(
  [
    [nan, 1],
    [nan, 1],
  ],
  [
    [
      [0, 0],
      [2, 1],
    ],
    [
      [nan, nan],
      [-1, 5],
    ],
  ],
);

describe("boundsFor", () => {
  it("spans all known coordinates of all trajectories", () => {
    expect(boundsFor(null, two, [0, 1])).toMatchObject({ left: -1, right: 2, low: 0, high: 5 });
    expect(boundsFor(null, two, [1, 0])).toMatchObject({ left: 0, right: 5, low: -1, high: 2 });
  });

  it("grows in place, and starts anew on another basis or other axes", () => {
    const first = boundsFor(null, two, [0, 1]);
    expect(boundsFor(first, two, [0, 1])).toBe(first);
    expect(boundsFor(first, two, [0, 2])).not.toBe(first);
    const window = { k: 1, flipped: [false, false, false] as const };
    two.basis = { id: 2, explained: [1, 0, 0], states: 4, fromK: 0, toK: 1, window };
    expect(boundsFor(first, two, [0, 1])).not.toBe(first);
  });
});

describe("frameBox", () => {
  const bounds = { left: 0, right: 10, low: 0, high: 5 };
  const first = frameBox(null, bounds);

  it("leaves room around what is known", () => {
    expect(first).toEqual({ left: -0.8, right: 10.8, low: -0.8, high: 5.8 });
    expect(frameBox(null, { left: 3, right: 3, low: 1, high: 1 })?.right).toBeGreaterThan(3);
  });

  it("stands still while everything fits", () => {
    expect(frameBox(first, { ...bounds, right: 10.5 })).toBe(first);
    expect(frameBox(first, { ...bounds, right: 12 })?.right).toBeGreaterThan(12);
    expect(frameBox(first, { left: 0, right: 1, low: 0, high: 1 })).not.toBe(first);
  });

  it("is nothing before anything is known", () => {
    expect(frameBox(first, { left: Infinity, right: -Infinity, low: Infinity, high: -Infinity })).toBeNull();
  });
});
