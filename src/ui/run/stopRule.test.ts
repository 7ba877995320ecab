import { expect, it } from "vitest";
import { defaultRecipe } from "../../model/eqr/recipe/recipe";
import { STOP_FIELDS, type StopRule, stopRuleOf } from "./stopRule";

it("reads back every rule that can be chosen", () => {
  for (const rule of ["all", "first", "some", "depth"] satisfies StopRule[])
    expect(stopRuleOf({ ...defaultRecipe(".".repeat(81), "m"), ...STOP_FIELDS[rule] })).toBe(rule);
});
