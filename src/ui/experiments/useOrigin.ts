import { same } from "../../model/eqr/recipe/recipe";
import type { StateRef } from "../../model/lab/lab";
import { trajectoryNumber } from "../../viz/format";
import { say } from "../../words/say";
import { useRun } from "../appContext";

/** The state that an experiment acts on: the selected trajectory at the cursor. Null before the first run. */
export function useOrigin(): StateRef | null {
  const recipe = useRun((state) => state.record?.recipe ?? null);
  const trajectory = useRun((state) => state.selected);
  const k = useRun((state) => state.playback.cursor);
  return recipe && { recipe, trajectory, k };
}

/** A state's name: "trajectory 4 at iteration 60". */
export function nameOf({ trajectory, k }: Pick<StateRef, "trajectory" | "k">): string {
  return say`trajectory ${trajectoryNumber(trajectory)} at iteration ${k}`;
}

/** A word before a result that was measured on another run than the one on the page; empty where it is the same. */
export function elsewhere(measured: StateRef, now: StateRef | null): string {
  return now && same(measured.recipe, now.recipe, "states") ? "" : say`Measured on another run: `;
}
