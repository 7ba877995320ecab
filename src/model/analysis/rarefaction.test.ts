import { describe, expect, it } from "vitest";
import { coverageCurve, expectedKinds } from "./rarefaction";

/** The mean over every choice of b of the draws, by counting. */
function byCounting(draws: readonly (string | null)[], b: number): number {
  let [sum, ways] = [0, 0];
  for (let mask = 0; mask < 2 ** draws.length; mask++) {
    const chosen = draws.filter((_, i) => mask & (1 << i));
    if (chosen.length !== b) continue;
    ways++;
    sum += new Set(chosen.filter((kind) => kind !== null)).size;
  }
  return sum / ways;
}

describe("expected kinds", () => {
  it("is the mean over all choices", () => {
    const draws = ["a", "a", "a", "b", "b", "c", null, null];
    for (let b = 0; b <= draws.length; b++)
      expect(expectedKinds([3, 2, 1], 8, b)).toBeCloseTo(byCounting(draws, b), 12);
  });

  it("starts at none and ends at all that were seen", () => {
    const curve = coverageCurve([5, 4, 1, 1], 20);
    expect(curve).toHaveLength(21);
    expect(curve[0]).toBe(0);
    expect(curve[1]).toBeCloseTo(11 / 20, 12);
    expect(curve[20]).toBe(4);
    expect(curve.every((value, b) => b === 0 || value >= (curve[b - 1] ?? 0))).toBe(true);
  });

  it("refuses counts that do not fit", () => {
    expect(() => expectedKinds([3], 2, 1)).toThrow(RangeError);
    expect(() => expectedKinds([1], 2, 3)).toThrow(RangeError);
  });
});
