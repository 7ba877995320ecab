import { expect, it } from "vitest";
import { exponentOf } from "./lyapunov";

/** ln |r (1 - 2 x)| along the logistic map. */
function logistic(r: number, iterations: number): number[] {
  let x = 0.3;
  return Array.from({ length: iterations }, () => {
    const growth = Math.log(Math.abs(r * (1 - 2 * x)));
    x = r * x * (1 - x);
    return growth;
  });
}

it("finds the exponents of the logistic map, and distinguishes chaos from rest", () => {
  const chaos = exponentOf(logistic(4, 4000));
  // Known exactly: ln 2.
  expect(chaos?.mean).toBeCloseTo(Math.LN2, 1);
  expect(chaos?.low).toBeGreaterThan(0);
  expect((chaos?.low ?? 1) < Math.LN2 && (chaos?.high ?? 0) > Math.LN2).toBe(true);
  // At r = 2.8 the fixed point contracts by |2 - r|.
  const rest = exponentOf(logistic(2.8, 2000).slice(1000));
  expect(rest?.mean).toBeCloseTo(Math.log(0.8), 3);
  expect(rest?.high).toBeLessThan(0);
});

it("says nothing of too little", () => {
  expect(exponentOf(logistic(4, 31))).toBeNull();
  expect(exponentOf([])).toBeNull();
});
