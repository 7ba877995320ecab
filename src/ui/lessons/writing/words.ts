import { say } from "../../../words/say";
import type { Until } from "../course";

/** A state that a step waits for, as a part of a sentence: "the run has ended". */
export function untilWords(until: Until): string {
  switch (until.kind) {
    case "ended":
      return say`the run has ended`;
    case "iteration":
      return say`iteration ${until.k} is shown`;
    case "settled":
      return until.count === 1 ? say`a trajectory has settled` : say`${until.count} trajectories have settled`;
    case "settledOn":
      return say`a trajectory has settled on ${until.letter}`;
    case "view":
      return say`the view “${until.view}” is open`;
  }
}
