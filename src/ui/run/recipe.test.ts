import { expect, it } from "vitest";
import { defaultRecipe, type Recipe, same } from "../../model/eqr/recipe/recipe";
import { keepsPast } from "./recipe";

const recipe = defaultRecipe(".".repeat(81), "m");
const noisy: Recipe = { ...recipe, sigma: 0.1 };

it("tells recipes apart by every field", () => {
  expect(same(recipe, { ...recipe }, "run")).toBe(true);
  expect(same(recipe, { ...recipe, seed: 2 }, "run")).toBe(false);
  expect(same(recipe, { ...recipe, puzzle: `1${recipe.puzzle.slice(1)}` }, "run")).toBe(false);
});

it("keeps the past where a change acts only later", () => {
  expect(keepsPast(recipe, { ...recipe, depth: 512, tolerance: 1e-5 }, 100)).toBe(true);
  expect(keepsPast(recipe, { ...recipe, depth: 64 }, 100)).toBe(false);
  expect(keepsPast(recipe, { ...recipe, lambda: 0.8 }, 100)).toBe(false);
  expect(keepsPast(recipe, { ...recipe, breadth: 13 }, 100)).toBe(false);
});

it("knows when cooling acts", () => {
  expect(keepsPast(noisy, { ...noisy, noisyFor: 50 }, 50)).toBe(true);
  expect(keepsPast(noisy, { ...noisy, noisyFor: 40 }, 50)).toBe(false);
  expect(keepsPast({ ...noisy, noisyFor: 40 }, noisy, 50)).toBe(false);
  expect(keepsPast({ ...noisy, noisyFor: 40 }, { ...noisy, noisyFor: 40, depth: 200 }, 50)).toBe(true);
  expect(keepsPast(recipe, { ...recipe, noisyFor: 3 }, 50)).toBe(true);
});

it("knows when annealing acts", () => {
  const annealed = { ...noisy, noisyFor: 30, period: 40 };
  expect(keepsPast(noisy, annealed, 30)).toBe(true);
  expect(keepsPast(noisy, annealed, 31)).toBe(false);
  expect(keepsPast({ ...noisy, noisyFor: 30 }, annealed, 40)).toBe(true);
  expect(keepsPast({ ...noisy, noisyFor: 30 }, annealed, 41)).toBe(false);
  expect(keepsPast(annealed, { ...annealed, sigma: 0.2 }, 20)).toBe(false);
  expect(keepsPast(recipe, { ...recipe, noisyFor: 30, period: 40 }, 50)).toBe(true);
});
