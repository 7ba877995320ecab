import { expect, it } from "vitest";
import { defaultRecipe, type Recipe, sameStates } from "./recipe";

const recipe: Recipe = { ...defaultRecipe(".".repeat(81), "m"), sigma: 0.1 };
const same = (changes: Partial<Recipe>, of: Recipe = recipe) => sameStates(of, { ...of, ...changes });

it("finds the same states however long and however many trajectories run", () => {
  expect(same({ depth: 7, breadth: 3, stopCount: 1, budget: 900 })).toBe(true);
  expect(same({ seed: 2 })).toBe(false);
  expect(same({ coolAt: 9 })).toBe(false);
  expect(same({ coolAt: 9 }, { ...recipe, sigma: 0 })).toBe(true);
});

it("tells a chosen start from a Gaussian one", () => {
  const term = { trajectory: 3, iterations: 0, weight: 0.5 };
  expect(same({ start: [term] })).toBe(false);
  expect(same({ start: [] })).toBe(true);
  expect(same({ start: [{ ...term }] }, { ...recipe, start: [term] })).toBe(true);
  expect(same({ start: [{ ...term, weight: 0.6 }] }, { ...recipe, start: [term] })).toBe(false);
});

it("minds what makes a trajectory halt, as far as it does", () => {
  expect(same({ haltRun: 8 })).toBe(false);
  expect(same({ haltBy: 1 })).toBe(false);
  expect(same({ tolerance: 1e-5 })).toBe(false);
  // By its halting logit no tolerance halts it, and one that never halts has no rule.
  expect(same({ tolerance: 1e-5 }, { ...recipe, haltBy: 1 })).toBe(true);
  expect(same({ tolerance: 1e-5, haltBy: 1 }, { ...recipe, haltRun: 0 })).toBe(true);
});
