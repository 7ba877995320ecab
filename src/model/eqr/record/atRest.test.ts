import { expect, test } from "vitest";
import { createRest, createRun, isAtRest, isSettledBy, settledSince } from "./atRest";

test("at rest is a residual below the tolerance, in single precision; what broke is not", () => {
  expect(isAtRest(0.9e-4, 1e-4)).toBe(true);
  expect(isAtRest(Math.fround(1e-4), 1e-4)).toBe(false);
  expect(isAtRest(Number.NaN, 1e-4)).toBe(false);
  expect(isAtRest(Number.POSITIVE_INFINITY, 1e-4)).toBe(false);
});

test("three iterations at rest in a row count as settled, since the first of them; one step that moves ends it", () => {
  const rest = createRest(1e-3);
  const seen = [1, 1e-4, 1e-4, 1e-4, 1e-4, 1, 1e-4].map((residual) => {
    rest.observe(residual);
    return [rest.run, rest.settledAt];
  });
  expect(seen).toEqual([
    [0, null],
    [1, null],
    [2, null],
    [3, 2],
    [4, 2],
    [0, null],
    [1, null],
  ]);
});

test("rest may be read off anything", () => {
  const believing = createRun((q: number) => q > 0);
  for (const q of [1, 2, 3]) believing.observe(q);
  expect(believing.settledAt).toBe(1);
});

test("the same of a stretch that is looked at afterwards", () => {
  const resting = [false, true, true, true, true, false, true];
  const restsAt = (k: number) => resting[k] ?? false;
  expect([2, 3, 4, 5].map((k) => isSettledBy(restsAt, k))).toEqual([false, true, true, false]);
  expect(settledSince(restsAt, 4)).toBe(1);
  expect(settledSince(restsAt, 2)).toBeNull();
});
