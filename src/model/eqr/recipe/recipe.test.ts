import { expect, it } from "vitest";
import { defaultRecipe, type Recipe, same } from "./recipe";

const recipe: Recipe = { ...defaultRecipe(".".repeat(81), "m"), sigma: 0.1 };
const sameStates = (changes: Partial<Recipe>, of: Recipe = recipe) => same(of, { ...of, ...changes }, "states");

it("finds the same states however long and however many trajectories run", () => {
  expect(sameStates({ depth: 7, breadth: 3, stopCount: 1, budget: 900 })).toBe(true);
  expect(sameStates({ seed: 2 })).toBe(false);
  expect(sameStates({ noisyFor: 9 })).toBe(false);
  expect(sameStates({ noisyFor: 9 }, { ...recipe, sigma: 0 })).toBe(true);
  expect(sameStates({ period: 9 }, { ...recipe, noisyFor: 4 })).toBe(false);
  // Noise that is never off has no period.
  expect(sameStates({ period: 9 })).toBe(true);
});

it("tells a chosen start from a Gaussian one", () => {
  const term = { trajectory: 3, iterations: 0, weight: 0.5 };
  expect(sameStates({ start: [term] })).toBe(false);
  expect(sameStates({ start: [] })).toBe(true);
  expect(sameStates({ start: [{ ...term }] }, { ...recipe, start: [term] })).toBe(true);
  expect(sameStates({ start: [{ ...term, weight: 0.6 }] }, { ...recipe, start: [term] })).toBe(false);
});

it("minds what makes a trajectory halt, as far as it does", () => {
  expect(sameStates({ haltRun: 8 })).toBe(false);
  expect(sameStates({ haltBy: 1 })).toBe(false);
  expect(sameStates({ tolerance: 1e-5 })).toBe(false);
  // By its halting logit no tolerance halts it, and one that never halts has no rule.
  expect(sameStates({ tolerance: 1e-5 }, { ...recipe, haltBy: 1 })).toBe(true);
  expect(sameStates({ tolerance: 1e-5, haltBy: 1 }, { ...recipe, haltRun: 0 })).toBe(true);
});
