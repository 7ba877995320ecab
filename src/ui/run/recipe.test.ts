import { expect, it } from "vitest";
import { defaultRecipe, type Recipe, same } from "../../model/eqr/recipe";
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
  expect(keepsPast(noisy, { ...noisy, coolAt: 50 }, 50)).toBe(true);
  expect(keepsPast(noisy, { ...noisy, coolAt: 40 }, 50)).toBe(false);
  expect(keepsPast({ ...noisy, coolAt: 40 }, noisy, 50)).toBe(false);
  expect(keepsPast({ ...noisy, coolAt: 40 }, { ...noisy, coolAt: 40, depth: 200 }, 50)).toBe(true);
  expect(keepsPast(recipe, { ...recipe, coolAt: 3 }, 50)).toBe(true);
});
