import { FIELDS } from "../../../model/eqr/recipe/recipe";
import { type NoiseSchedule, scheduleKind } from "../../../model/eqr/recipe/schedule";
import { fromModel, say } from "../../../words/say";

/** What a schedule of the noise does, in a sentence; null where there is no noise, or it is always on. */
export function describeSchedule(schedule: NoiseSchedule & { readonly haltRun: number }): string | null {
  const { noisyFor, period, haltRun } = schedule;
  switch (scheduleKind(schedule)) {
    case "noiseless":
      return null;
    case "constant":
      return period > 0 && noisyFor > 0
        ? say`The noise is never off: make "${fromModel(FIELDS.noisyFor.label)}" less than the period.`
        : null;
    case "cooling":
      return say`Cooled: ${noisyFor} iterations with noise shake the states, then all without let them settle.`;
    case "annealed": {
      const quiet = period - noisyFor;
      const told = say`Annealed: over and over, ${noisyFor} iterations with noise shake the states out of where they are stuck, then ${quiet} without let them settle.`;
      return haltRun > 0 && quiet < haltRun
        ? say`${told} No start rests for ${haltRun} iterations, so none halts.`
        : told;
    }
  }
}
