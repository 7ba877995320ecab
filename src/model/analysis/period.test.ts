import { expect, it } from "vitest";
import { periodOf } from "./period";

/** The last 32 states of the logistic map, each as a vector. */
function logistic(r: number): Float32Array[] {
  let x = 0.3;
  const all = Array.from({ length: 4000 }, () => {
    x = r * x * (1 - x);
    return Float32Array.of(x, 1);
  });
  return all.slice(-32);
}

it.each([
  [2.8, 1],
  [3.2, 2],
  [3.5, 4],
  [3.55, 8],
  [3.9, null],
])("knows the period of the logistic map at r = %d: %d", (r, period) => {
  expect(periodOf(logistic(r), 1e-4)).toBe(period);
});

it("knows nothing of one state", () => {
  expect(periodOf([Float32Array.of(1)], 1e-4)).toBeNull();
});
