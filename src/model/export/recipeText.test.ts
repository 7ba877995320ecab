import { expect, it } from "vitest";
import { defaultRecipe } from "../eqr/recipe/recipe";
import { recipeId, recipeLines } from "./recipeText";

const recipe = defaultRecipe(".".repeat(81), "test");

it("writes a recipe in two lines, and leaves out what is switched off", () => {
  const [puzzle, numbers] = recipeLines(recipe);
  expect(puzzle).toBe(`puzzle ${".".repeat(81)}`);
  expect(numbers).toMatch(/^model test · /);
  expect(numbers).toContain("step size λ = 0.7");
  expect(numbers).toContain("path noise σ = 0");
  expect(numbers).toContain("tolerance τ = 1e-4");
  expect(numbers).not.toMatch(/nudges|cool/);
  expect(recipeLines({ ...recipe, nudges: 6 })[1]).toContain("nudges h = 6");
});

it("names a recipe by what is in it, whatever the order of its fields", () => {
  const { seed, ...rest } = recipe;
  expect(recipeId({ ...rest, seed })).toBe(recipeId(recipe));
  expect(recipeId({ ...recipe, seed: seed + 1 })).not.toBe(recipeId(recipe));
  expect(recipeId(recipe)).toMatch(/^[0-9a-f]{8}$/);
});
