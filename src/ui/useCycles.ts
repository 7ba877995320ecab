import { useMemo } from "react";
import { type NudgeCycle, nudgeCycles } from "../model/eqr/nudges/nudgeRecord";
import { useRun } from "./appContext";

const NONE: readonly NudgeCycle[] = [];

/** The cycles of the selected trajectory, as far as the run has come; none without nudges. */
export function useCycles(): readonly NudgeCycle[] {
  const record = useRun((state) => state.record);
  const revision = useRun((state) => state.revision);
  const selected = useRun((state) => state.selected);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the record changes in place, its revision tells
  return useMemo(
    () => (record && record.recipe.nudges > 0 ? nudgeCycles(record, selected) : NONE),
    [record, revision, selected],
  );
}
