import { describe, expect, it } from "vitest";
import { combine, marksOf, planeOf, rmsDistance, weightsAt } from "./plane";

const random = (seed: number) =>
  Float32Array.from({ length: 400 }, (_, i) => Math.sin(seed * 12.9898 + i * 78.233) * 1.7 + 0.1 * seed);
const bases = [random(1), random(2), random(3)] as const;

describe("a plane through three points", () => {
  const plane = planeOf("points", bases);

  it("holds them where it says", () => {
    marksOf(plane).forEach(([x, y], i) => {
      const point = combine(bases, weightsAt(plane, x, y));
      expect(rmsDistance(point, bases[i] as Float32Array)).toBeLessThan(1e-6);
    });
  });

  it("keeps distances: a step in the picture is as long as the step it stands for", () => {
    const at = (x: number, y: number) => combine(bases, weightsAt(plane, x, y));
    expect(rmsDistance(at(0.3, -0.2), at(0.6, 0.2))).toBeCloseTo(0.5, 5);
    expect(rmsDistance(at(-1, 2), at(2, -2))).toBeCloseTo(5, 5);
  });
});

describe("a plane along two directions", () => {
  it("starts at the first state and keeps distances", () => {
    const plane = planeOf("directions", bases);
    const at = (x: number, y: number) => combine(bases, weightsAt(plane, x, y));
    expect(at(0, 0)).toEqual(bases[0]);
    expect(rmsDistance(at(0, 0), at(3, 4))).toBeCloseTo(5, 5);
    expect(marksOf(plane)).toEqual([[0, 0]]);
  });
});

it("refuses what spans no plane", () => {
  const [a, b] = bases;
  expect(() => planeOf("points", [a, b, a])).toThrow("span no plane");
  expect(() => planeOf("points", [a, a, b])).toThrow("span no plane");
  expect(() => planeOf("directions", [a, b, b.map((v) => -2 * v)])).toThrow("span no plane");
});
