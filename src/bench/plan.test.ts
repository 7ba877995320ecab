import { expect, it } from "vitest";
import { effortFor, PLANS, whyTooSlow } from "./plan";

const PLAN = { breadths: [1, 8], rounds: 5, batchSeconds: 1, patienceSeconds: 10, limitSeconds: 100 };

it("fills a batch with as many iterations as its time holds, and a submit with as many as make it worth while", () => {
  expect(effortFor(PLAN, 0.005)).toEqual({ rounds: 5, iterations: 200, together: 4 });
  expect(effortFor(PLAN, 0.4)).toEqual({ rounds: 5, iterations: 3, together: 1 });
});

it("bounds the iterations of a batch, however fast", () => {
  expect(effortFor(PLAN, 1e-6)).toEqual({ rounds: 5, iterations: 512, together: 32 });
});

it("takes fewer rounds of what is slower than a batch should be", () => {
  expect(effortFor(PLAN, 4)).toEqual({ rounds: 3, iterations: 1, together: 1 });
  expect(effortFor(PLANS.smoke, 4).rounds).toBe(1);
});

it("leaves out what would take longer than the plan allows, and says what was expected", () => {
  expect(whyTooSlow(PLAN, 8, undefined)).toBeNull();
  expect(whyTooSlow(PLAN, 8, { breadth: 1, seconds: 1.2 })).toBeNull();
  expect(whyTooSlow(PLAN, 8, { breadth: 1, seconds: 2 })).toBe(
    "Not run: an iteration took 2.0 s at breadth 1, so about 16 s were to be expected here, and the limit is 10 s.",
  );
});
