import { expect, it } from "vitest";
import { effortFor, onlyOne, PLANS, whyNot, withBudget } from "./plan";

const PLAN = { breadths: [1, 8], rounds: 5, batchSeconds: 1, budgetSeconds: 10, limitSeconds: 100 };

it("fills a batch with as many iterations as its time holds, and a submit with as many as make it worth while", () => {
  expect(effortFor(PLAN, 0.005, 0)).toEqual({ rounds: 5, iterations: 200, together: 4 });
  expect(effortFor(PLAN, 0.4, 0)).toEqual({ rounds: 5, iterations: 3, together: 1 });
});

it("bounds the iterations of a batch, however fast", () => {
  expect(effortFor(PLAN, 1e-6, 0)).toEqual({ rounds: 5, iterations: 512, together: 32 });
});

it("takes fewer rounds of what is slower than a batch should be, and as many as the budget has room for", () => {
  expect(effortFor({ ...PLAN, budgetSeconds: 100 }, 4, 8)).toEqual({ rounds: 3, iterations: 1, together: 1 });
  expect(effortFor(PLAN, 4, 5)).toMatchObject({ rounds: 1 });
  expect(effortFor(PLAN, 4, 8)).toMatchObject({ rounds: 0 });
  expect(effortFor(PLAN, 4, 80)).toMatchObject({ rounds: 0 });
  expect(effortFor(PLANS.smoke, 4, 0).rounds).toBe(1);
});

it("takes another budget, and the time that it needs", () => {
  expect(withBudget(PLAN, null)).toBe(PLAN);
  expect(withBudget(PLAN, 900)).toEqual({ ...PLAN, budgetSeconds: 900, limitSeconds: 3700 });
});

it("makes do with the first iteration where two would break the budget", () => {
  expect(onlyOne(PLAN, 8, undefined)).toBe(false);
  expect(onlyOne(PLAN, 8, { breadth: 1, seconds: 0.6 })).toBe(false);
  expect(onlyOne(PLAN, 8, { breadth: 1, seconds: 0.7 })).toBe(true);
});

it("leaves out what would take longer than the plan allows, and says what was expected", () => {
  expect(whyNot(PLAN, 8, undefined, 99)).toBeNull();
  expect(whyNot(PLAN, 8, { breadth: 1, seconds: 1.2 }, 0)).toBeNull();
  expect(whyNot(PLAN, 8, { breadth: 1, seconds: 2 }, 0)).toBe(
    "Not run: an iteration took 2.0 s at breadth 1, so about 16 s were to be expected here, and nobody has more than 10 s at a breadth.",
  );
  expect(whyNot(PLAN, 8, { breadth: 1, seconds: 1 }, 95)).toMatch(
    /about 8.0 s .* and 5.0 s were left of the 100 s in all/,
  );
  expect(whyNot(PLAN, 8, undefined, 101)).toBe("Not run: the time limit of 100 s had passed.");
});
