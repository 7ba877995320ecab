import { FIELDS, type NumericField } from "../../model/eqr/recipe/recipe";

/** When a run stops: once all starts have halted, the first, some of them, or none before the depth. */
export type StopRule = "all" | "first" | "some" | "depth";

/** The rule that the fields of a recipe amount to. */
export function stopRuleOf({
  haltRun,
  stopCount,
}: Pick<Readonly<Record<NumericField, number>>, "haltRun" | "stopCount">): StopRule {
  if (haltRun === 0) return "depth";
  return stopCount === 0 ? "all" : stopCount === 1 ? "first" : "some";
}

const HALTING = { haltRun: FIELDS.haltRun.default };

/** The fields that a choice of the rule sets. */
export const STOP_FIELDS: Readonly<Record<StopRule, Partial<Record<NumericField, number>>>> = {
  all: { ...HALTING, stopCount: 0 },
  first: { ...HALTING, stopCount: 1 },
  some: { ...HALTING, stopCount: 2 },
  depth: { haltRun: 0, stopCount: 0 },
};
