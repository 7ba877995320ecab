import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pcaOfGram } from "./pca";

type Points = number[][];

const gramOf = (points: Points) =>
  points.flatMap((a) => points.map((b) => a.reduce((s, v, i) => s + v * (b[i] ?? 0), 0)));

/** axes = weights^T (X - mean), as a backend makes them. */
function axesOf(points: Points, weights: Float32Array): number[][] {
  const dim = points[0]?.length ?? 0;
  const mean = Array.from({ length: dim }, (_, c) => points.reduce((s, p) => s + (p[c] ?? 0), 0) / points.length);
  return [0, 1, 2].map((axis) =>
    mean.map((m, c) => points.reduce((s, p, i) => s + (weights[i * 3 + axis] ?? 0) * ((p[c] ?? 0) - m), 0)),
  );
}

const dot = (a: number[] = [], b: number[] = []) => a.reduce((s, v, i) => s + v * (b[i] ?? 0), 0);

/** An ellipse with half-axes 5 and 2 in a tilted plane of 5 dimensions, far from the origin. */
const long = [0.6, 0.8, 0, 0, 0];
const short = [0, 0, 0, 1, 0];
const ellipse: Points = Array.from({ length: 40 }, (_, i) => {
  const angle = (2 * Math.PI * i) / 40;
  return long.map((v, c) => 10 * c + 5 * Math.cos(angle) * v + 2 * Math.sin(angle) * (short[c] ?? 0));
});

describe("pcaOfGram", () => {
  it("finds the axes of an ellipse and their shares of the variance", () => {
    const { weights, explained, coords } = pcaOfGram(gramOf(ellipse), 40);
    const [first = [], second = []] = axesOf(ellipse, weights);
    expect(Math.abs(dot(first, long))).toBeCloseTo(1, 6);
    expect(Math.abs(dot(second, short))).toBeCloseTo(1, 6);
    expect(explained[0]).toBeCloseTo(25 / 29, 6);
    expect(explained[1]).toBeCloseTo(4 / 29, 6);
    expect(explained[2]).toBe(0);
    expect(Math.hypot(coords[0] ?? 0, coords[1] ?? 0)).toBeCloseTo(5, 5);
  });

  it("gives orthonormal axes on which the coordinates are the projections", () => {
    const point = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(point, { minLength: 6, maxLength: 20 }), (points) => {
        const { weights, explained, coords } = pcaOfGram(gramOf(points), points.length);
        const axes = axesOf(points, weights);
        const mean = axes.map((axis) => points.reduce((s, p) => s + dot(p, axis), 0) / points.length);
        axes.forEach((axis, i) => {
          expect(dot(axis, axis)).toBeCloseTo((explained[i] ?? 0) > 0 ? 1 : 0, 2);
          points.forEach((p, row) => {
            expect(coords[row * 3 + i]).toBeCloseTo(dot(p, axis) - (mean[i] ?? 0), 2);
          });
        });
        expect(dot(axes[0], axes[1])).toBeCloseTo(0, 2);
        expect(explained[0]).toBeGreaterThanOrEqual(explained[1]);
        expect(explained[0] + explained[1] + explained[2]).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it("keeps the signs of earlier coordinates, whichever they were", () => {
    for (const signs of [
      [1, 1],
      [-1, 1],
      [1, -1],
      [-1, -1],
    ]) {
      const before = pcaOfGram(gramOf(ellipse), 40).coords.map((v, i) => v * (signs[i % 3] ?? 1));
      before.fill(Number.NaN, 0, 30); // some of the points have no earlier coordinates
      const after = pcaOfGram(gramOf(ellipse), 40, { previous: before }).coords;
      expect(after.slice(30)).toEqual(before.slice(30));
    }
  });

  it("puts the farthest point on the positive side when there is nothing to agree with", () => {
    const line = [[0], [1], [-10]];
    expect([...pcaOfGram(gramOf(line), 3).coords].filter((_, i) => i % 3 === 0).map(Math.round)).toEqual([-3, -4, 7]);
  });

  it.each<[string, Points]>([
    ["one point", [[1, 2, 3]]],
    [
      "two points",
      [
        [1, 0],
        [0, 1],
      ],
    ],
    [
      "equal points",
      [
        [3, 4],
        [3, 4],
        [3, 4],
      ],
    ],
    [
      "zeros",
      [
        [0, 0],
        [0, 0],
      ],
    ],
  ])("gives no NaN for %s: axes along which nothing varies are zero", (_, points) => {
    const { weights, explained, coords } = pcaOfGram(Float32Array.from(gramOf(points)), points.length);
    expect([...weights, ...explained, ...coords].every(Number.isFinite)).toBe(true);
    expect(explained[2]).toBe(0);
  });
});
