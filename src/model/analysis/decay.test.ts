import { expect, it } from "vitest";
import { decayOf } from "./decay";

it("finds the factor of a decay that ends in rounding, after a faster beginning", () => {
  const residuals = Array.from({ length: 80 }, (_, k) => Math.max(2e-7, 0.1 * 0.8 ** k + 0.5 * 0.4 ** k));
  expect(decayOf(residuals)).toBeCloseTo(0.8, 4);
});

it("finds growth as well, and nothing in too little", () => {
  expect(decayOf(Array.from({ length: 20 }, (_, k) => 1e-4 * 1.1 ** k))).toBeCloseTo(1.1, 6);
  expect(decayOf([0.1, 0.01, 1e-7])).toBeNull();
  expect(decayOf([])).toBeNull();
});
