import { expect, it } from "vitest";
import { linePath } from "./path";

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
