import { expect, it } from "vitest";
import { BREADTH_KINDS, breadthKind, PRESETS } from "./presets";
import { defaultRecipe, recipeProblems } from "./recipe";

it.each(Object.entries(PRESETS))("%s is a recipe that a page may run", (_, { fields }) => {
  expect(recipeProblems({ ...defaultRecipe(".".repeat(81), "m"), ...fields })).toEqual([]);
});

it("tells the two kinds of breadth apart by the nudges alone", () => {
  expect(breadthKind(PRESETS.pure.fields)).toBe("pure");
  expect(breadthKind(PRESETS.extreme.fields)).toBe("nudged");
  expect(breadthKind(defaultRecipe("", "m"))).toBe("pure");
  expect(BREADTH_KINDS.pure).not.toBe(BREADTH_KINDS.nudged);
});
