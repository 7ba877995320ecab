import { expect, it } from "vitest";
import { createPace } from "./pace";

/** The pace after so many ticks on a device that needs `cost` milliseconds an iteration. */
function settled(cost: number, ticks = 20) {
  const pace = createPace();
  for (let i = 0; i < ticks; i++) pace.observe(pace.iterations, pace.iterations * cost);
  return pace.iterations;
}

it("comes to ticks of about 8 ms, of one iteration at least", () => {
  expect([500, 30, 10, 1, 0].map((cost) => settled(cost))).toEqual([1, 1, 1, 8, 64]);
});

it("begins with one iteration and at most doubles, but slows down at once", () => {
  expect([0, 1, 2, 3].map((ticks) => settled(1, ticks))).toEqual([1, 2, 4, 8]);
  const pace = createPace();
  for (let i = 0; i < 10; i++) pace.observe(pace.iterations, pace.iterations);
  pace.observe(30, 3000);
  expect(pace.iterations).toBe(1);
});

it("learns nothing from a tick that made nothing", () => {
  const pace = createPace();
  pace.observe(0, 0);
  expect(pace.iterations).toBe(1);
});
