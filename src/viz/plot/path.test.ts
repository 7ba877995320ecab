import { expect, it } from "vitest";
import { bandPath, linePath } from "./path";

it("lifts the pen over what is not known", () => {
  const path = linePath([
    [0, 1],
    [2, 3],
    [4, Number.NaN],
    [6, 7],
    [8, 9.06],
  ]);
  expect(path).toBe("M0.0,1.0L2.0,3.0M6.0,7.0L8.0,9.1");
  expect(linePath([])).toBe("");
});

it("goes around a band", () => {
  const low = [
    [0, 4],
    [1, 5],
  ] as const;
  const high = [
    [0, 1],
    [1, 2],
  ] as const;
  expect(bandPath(low, high)).toBe("M0.0,1.0L1.0,2.0L1.0,5.0L0.0,4.0Z");
  expect(bandPath(low.slice(1), high.slice(1))).toBe("");
});
