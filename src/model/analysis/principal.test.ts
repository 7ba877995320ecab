import { describe, expect, it } from "vitest";
import { onAxes, principalAxes } from "./principal";

/** An ellipse with half-axes 5 and 2 in a tilted plane of 4 dimensions, away from the origin. */
const long = [0.6, 0.8, 0, 0];
const short = [0, 0, 0, 1];
const angles = Array.from({ length: 60 }, (_, i) => (2 * Math.PI * i) / 60);
const ellipse = angles.flatMap((a) =>
  long.map((v, i) => 7 * i + 5 * Math.cos(a) * v + 2 * Math.sin(a) * (short[i] ?? 0)),
);

describe("principalAxes", () => {
  it("finds the axes of an ellipse, their shares and its centre", () => {
    const { axes, mean, explained } = principalAxes(ellipse, [1, 1, 1, 1]);
    for (const [i, v] of [...long, ...short].entries()) expect(axes[i]).toBeCloseTo(v, 8);
    expect(explained[0]).toBeCloseTo(25 / 29, 8);
    expect(explained[1]).toBeCloseTo(4 / 29, 8);
    expect(explained[2]).toBeCloseTo(0, 8);
    for (const [i, v] of [0, 7, 14, 21].entries()) expect(mean[i]).toBeCloseTo(v, 8);
  });

  it("gives coordinates that are the ellipse again", () => {
    const coords = onAxes(ellipse, principalAxes(ellipse, [1, 1, 1, 1]));
    angles.forEach((a, i) => {
      expect(coords[i * 3]).toBeCloseTo(5 * Math.cos(a), 4);
      expect(coords[i * 3 + 1]).toBeCloseTo(2 * Math.sin(a), 4);
    });
  });

  it("turns its axes the way it is asked to", () => {
    expect(principalAxes(ellipse, [-1, 0, 0, -1]).axes[1]).toBeCloseTo(-0.8, 8);
  });

  it("makes no NaN of points that do not vary, and refuses none at all", () => {
    const { explained, axes } = principalAxes([3, 4, 3, 4], [1, 0]);
    expect(explained).toEqual([0, 0, 0]);
    expect([...axes].every(Number.isFinite)).toBe(true);
    expect(() => principalAxes([], [1, 0])).toThrow(RangeError);
  });
});
