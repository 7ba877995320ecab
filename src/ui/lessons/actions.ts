import { same } from "../../model/eqr/recipe/recipe";
import type { RunRecord } from "../../model/eqr/record/record";
import { say } from "../../words/say";
import type { ShareActions } from "../actions/share";
import { readLink } from "../link/read";
import { notify } from "../store/notices";
import type { Stores } from "../store/stores";
import type { Step } from "./course";
import { courseIn, OWN } from "./courseIn";
import { readCourse } from "./format";
import { answerKey, CHOOSING, type LessonStore, WRITING } from "./store";

export type LessonActions = ReturnType<typeof createLessonActions>;

export interface LessonDeps extends Pick<Stores, "notices"> {
  readonly lessons: LessonStore;
  readonly share: Pick<ShareActions, "open">;
}

/** Opens a lesson from a file. What is wrong with it is said; nothing changes then. */
export async function takeLesson(deps: LessonDeps, file: Blob): Promise<void> {
  // A longer one is refused by the reader; no more of it is read than that takes.
  createLessonActions(deps).openText(await file.slice(0, 1_000_000).text());
}

/** Opens courses and moves through them: every step is a link that the page opens. */
export function createLessonActions({ lessons, share, notices }: LessonDeps) {
  function go(name: string, index: number): void {
    const step = courseIn(lessons.getState(), name)?.steps[index];
    if (!step) return;
    lessons.setState(({ at }) => ({ open: name, at: { ...at, [name]: index } }));
    share.open(step.link);
  }

  return {
    go,
    /** Opens a course where it was left. */
    begin: (name: string) => go(name, lessons.getState().at[name] ?? 0),
    /** Opens what makes a hand-out of a course. */
    handOut: (name: string) => lessons.setState({ handout: name }),
    /** Opens the lesson that a person writes. */
    write: () => lessons.setState({ open: WRITING }),
    choose: () => lessons.setState({ open: CHOOSING }),
    close: () => lessons.setState({ open: null }),
    /** The first answer stands: a guess is made before the run. */
    answer(name: string, index: number, value: number): void {
      lessons.setState(({ answers }) => ({ answers: { [answerKey(name, index)]: value, ...answers } }));
    },
    /**
     * Opens a lesson from a file's text; what is wrong with it is said, and nothing changes then. One that `goesOn` is left
     * where it was if it is the lesson that is open already.
     */
    openText(text: string, { goesOn = false } = {}): boolean {
      const read = readCourse(text);
      if (!read.ok) {
        const [first = "", ...others] = read.problems;
        const more = others.length > 0 ? say` (and ${others.length} more)` : "";
        notify(notices, { topic: "lesson", tone: "warning", text: say`This lesson cannot be opened. ${first}${more}` });
        return false;
      }
      const { open, own, answers } = lessons.getState();
      const isSame = JSON.stringify(own) === JSON.stringify(read.course);
      if (goesOn && isSame && open === OWN) return true;
      // What was answered to another lesson is no answer to this one.
      const others = Object.entries(answers).filter(([key]) => !key.startsWith(answerKey(OWN, "")));
      lessons.setState({ own: read.course, ...(!isSame && { answers: Object.fromEntries(others) }) });
      go(OWN, 0);
      return true;
    },
    /** Whether a run is that of a step's link, however far it has come. */
    isOfStep(step: Pick<Step, "link">, record: RunRecord | null): boolean {
      const read = readLink(step.link, () => true);
      if (read.kind !== "run" || !record) return false;
      const model = read.run.recipe.model || record.recipe.model;
      return same(record.recipe, { ...read.run.recipe, model }, "run");
    },
  };
}
