import type { GridTag } from "../../model/analysis/gridTags";
import type { RunRecord } from "../../model/eqr/record/record";
import { readLink } from "../link/read";
import { hasArrivedAt } from "./arrived";
import type { Claim, Question, Reached, Step, Until } from "./course";
import { measure } from "./measures";

/** What a step's condition looks at. */
export interface Scene {
  /** The run of the step, null before it has begun. */
  readonly record: RunRecord | null;
  /** The iteration that is shown. */
  readonly cursor: number;
  readonly view: string;
  /** The letter of each trajectory's grid at the newest iteration; null where it has none. */
  readonly letters: readonly (string | null)[];
}

/** The letters of a scene, of what the trajectories show. */
export function lettersOf(views: readonly { readonly grid: GridTag | null }[]): Scene["letters"] {
  return views.map(({ grid }) => grid?.letter ?? null);
}

/** Whether what a step waits for has come about. A step that waits for nothing is done at once. */
export function isDone(until: Until | null, { record, cursor, view, letters }: Scene): boolean {
  if (!until) return true;
  if (until.kind === "view") return view === until.view;
  if (!record) return false;
  switch (until.kind) {
    case "ended":
      return record.end !== null && cursor >= record.frames.length - 1;
    case "iteration":
      return cursor >= until.k;
    case "settled":
      return (
        Array.from({ length: record.recipe.breadth }, (_, t) => hasArrivedAt(record, t, cursor)).filter(Boolean)
          .length >= until.count
      );
    case "settledOn":
      return letters.includes(until.letter);
  }
}

/** Whether a step is done by what the person does: not where it waits for nothing, or for the view that its link opens. */
export function isEarned({ until, link }: Pick<Step, "until" | "link">): boolean {
  if (until?.kind !== "view") return until !== null;
  const read = readLink(link, () => true);
  return read.kind !== "run" || read.run.view !== until.view;
}

/** What came of a question: not yet known, right, or not. */
export type Verdict = { readonly kind: "open" } | { readonly kind: "right" | "wrong"; readonly truth: string };

/** What answers "whether": the state has been reached, or the run has ended without. */
export const YES = 1;
export const NO = 0;

/** Judges an answer; a number only once its run has ended, since it is measured there. */
export function judgeAnswer(question: Question, answer: number | undefined, scene: Scene): Verdict {
  if (answer === undefined) return { kind: "open" };
  const { record } = scene;
  if (question.kind === "choice") {
    const truth = question.choices[question.right] ?? "";
    return { kind: answer === question.right ? "right" : "wrong", truth };
  }
  if (question.kind === "whether") {
    const truth = whether(question.state, scene);
    if (truth === null) return { kind: "open" };
    return { kind: answer === truth ? "right" : "wrong", truth: truth === YES ? "yes" : "no" };
  }
  if (!record?.end) return { kind: "open" };
  const truth = measure(question.measure, record);
  const right = Math.abs(answer - truth) <= question.tolerance;
  return { kind: right ? "right" : "wrong", truth: Number.isNaN(truth) ? "none" : String(truth) };
}

/** What the right answer is, once it is known. */
export function truthOf(question: Question, scene: Scene): string | null {
  // Any answer is judged by it.
  const verdict = judgeAnswer(question, NO, scene);
  return verdict.kind === "open" ? null : verdict.truth;
}

/** Whether the run reaches a state, as far as it is shown; null while that is open. */
function whether(state: Reached, scene: Scene): typeof YES | typeof NO | null {
  if (isDone(state, scene)) return YES;
  const { record, cursor } = scene;
  return record?.end && cursor >= record.frames.length - 1 ? NO : null;
}

/** Claims of a step that a run that has ended does not bear out. */
export function brokenClaims({ claims }: Step, record: RunRecord): { readonly claim: Claim; readonly found: number }[] {
  return claims
    .map((claim) => ({ claim, found: measure(claim.measure, record) }))
    .filter(({ claim, found }) => !(Math.abs(found - claim.value) <= claim.tolerance));
}
