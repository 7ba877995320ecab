import { capitalized } from "../../../viz/format";
import { say } from "../../../words/say";
import type { Question } from "../course";
import { MEASURE_WORDS } from "../measureWords";
import type { StepRun } from "./handout";

/** The answer to a step's question, as its run gave it; a sentence that says so where it gave none. */
export function answerOf(question: Question, run: StepRun): string {
  if (question.kind === "choice") return sentence(question.choices[question.right] ?? "");
  if (run.kind === "failed") return say`Not measured: the run of this step failed.`;
  if (question.kind === "whether")
    return run.reached === null
      ? say`Not measured: the run was stopped before its end.`
      : run.reached
        ? say`Yes.`
        : say`No.`;
  if (run.stopped !== null) return say`Not measured: the run was stopped before its end.`;
  const truth = run.found[question.measure];
  const what = MEASURE_WORDS[question.measure];
  if (Number.isNaN(truth)) return say`None (${what}): no start came to rest.`;
  return question.tolerance > 0
    ? say`${truth} (${what}). Right within ± ${question.tolerance}.`
    : say`${truth} (${what}).`;
}

function sentence(text: string): string {
  return `${capitalized(text)}${/[.!?]$/.test(text) ? "" : "."}`;
}
