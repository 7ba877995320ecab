import { expect, it } from "vitest";
import { BREADTH_KINDS, breadthKind, PRESETS, type PresetName, presetOf } from "./presets";
import { defaultRecipe, recipeProblems } from "./recipe";

it.each(Object.entries(PRESETS))("%s is a recipe that a page may run", (_, { fields }) => {
  expect(recipeProblems({ ...defaultRecipe(".".repeat(81), "m"), ...fields })).toEqual([]);
});

it("tells the two kinds of breadth apart by the nudges alone", () => {
  expect(breadthKind(PRESETS.pure.fields)).toBe("pure");
  expect(breadthKind(PRESETS.deep.fields)).toBe("pure");
  expect(breadthKind(PRESETS.extreme.fields)).toBe("nudged");
  expect(breadthKind(defaultRecipe("", "m"))).toBe("pure");
  expect(BREADTH_KINDS.pure).not.toBe(BREADTH_KINDS.nudged);
});

it("is told by its dynamics, whatever depth and breadth it is run at", () => {
  const first = defaultRecipe("", "m");
  expect(presetOf(first)).toBe("pure");
  for (const [name, { fields }] of Object.entries(PRESETS) as [PresetName, (typeof PRESETS)[PresetName]][]) {
    expect(presetOf({ ...first, ...fields })).toBe(name);
    expect(presetOf({ ...first, ...fields, breadth: 7, depth: 9, seed: 3 })).toBe(name);
  }
  const extreme = { ...first, ...PRESETS.extreme.fields };
  for (const change of [{ nudges: 5 }, { nudges: 0 }, { lambda: 0.7 }, { sigma: 0 }, { noisyFor: 40 }])
    expect(presetOf({ ...extreme, ...change })).toBeNull();
});
