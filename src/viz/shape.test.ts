import { describe, expect, it } from "vitest";
import { OUTCOMES } from "./outcome";
import { isStroked, shapePath } from "./shape";

describe("shapePath", () => {
  it("gives every outcome its own outline, and stays near its radius", () => {
    const paths = Object.values(OUTCOMES).map(({ shape }) => shapePath(shape, 10));
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths)
      for (const number of path.match(/-?\d+(\.\d+)?/g) ?? [])
        expect(Math.abs(Number(number))).toBeLessThanOrEqual(12.1);
  });

  it("closes what is filled and leaves open what is stroked", () => {
    expect(shapePath("square", 4)).toMatch(/Z$/);
    expect(isStroked("square")).toBe(false);
    expect(shapePath("cross", 4)).not.toMatch(/Z/);
    expect(isStroked("cross")).toBe(true);
  });
});
