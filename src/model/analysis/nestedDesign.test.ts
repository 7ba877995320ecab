import { describe, expect, it } from "vitest";
import { mostIterations, nestedDesign } from "./nestedDesign";
import { scalesOf } from "./scales";

const scales = scalesOf({ depth: 4096, breadth: 128, nudges: 0, stopCount: 0 });

/** The deepest cell of each breadth. */
const corners = (budget: number) => {
  const { breadths, depths, measured } = nestedDesign(scales, budget);
  return breadths.map((breadth, i) => `${breadth}x${depths[(measured[i] ?? 0) - 1]}`);
};

describe("the nested design", () => {
  it("measures every cell within the budget", () => {
    expect(corners(8192)).toEqual(["1x4096", "2x4096", "4x2048", "8x1024", "16x512", "32x256", "64x128", "128x64"]);
    expect(corners(64)).toEqual(["1x64", "2x32", "4x16", "8x8", "16x4", "32x2", "64x1"]);
    expect(corners(1e9)).toEqual([1, 2, 4, 8, 16, 32, 64, 128].map((breadth) => `${breadth}x4096`));
    expect(corners(0)).toEqual([]);
  });

  it("runs each start as deep as the deepest cell that it is part of, and no deeper", () => {
    for (const budget of [64, 1000, 8192]) {
      const { breadths, depths, measured, depthOf } = nestedDesign(scales, budget);
      expect(depthOf).toHaveLength(breadths.at(-1) ?? 0);
      for (const [start, depth] of depthOf.entries()) {
        const needed = breadths.flatMap((breadth, i) => (breadth > start ? depths.slice(0, measured[i]) : []));
        expect(depth).toBe(Math.max(...needed));
      }
    }
    const { depthOf } = nestedDesign(scales, 8192);
    expect([0, 1, 2, 3, 4, 7, 8, 63, 64, 127].map((start) => depthOf[start])).toEqual([
      4096, 4096, 2048, 2048, 1024, 1024, 512, 128, 64, 64,
    ]);
    expect(mostIterations(nestedDesign(scales, 8192))).toBe(2 * 4096 + 6 * 4096);
  });

  it("takes scales that do not end at a power of two", () => {
    const { breadths, measured, depthOf } = nestedDesign({ depths: [1, 2, 4, 6], breadths: [1, 2, 4, 5] }, 12);
    expect([breadths, measured, depthOf]).toEqual([
      [1, 2, 4, 5],
      [4, 4, 2, 2],
      [6, 6, 2, 2, 2],
    ]);
  });
});
