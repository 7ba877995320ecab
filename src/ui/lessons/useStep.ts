import { useMemo } from "react";
import { useStore } from "zustand";
import { useApp, usePage, useRun } from "../appContext";
import { createLessonActions, type LessonActions } from "./actions";
import type { Course, Step } from "./course";
import { courseIn } from "./courseIn";
import { brokenClaims, isDone, isEarned, judgeAnswer, lettersOf, truthOf, type Verdict } from "./progress";
import { answerKey, CHOOSING } from "./store";

/** The step of an open course as it stands: what the run on the page has made of it. */
export interface OpenStep {
  /** Name of the course. */
  readonly open: string;
  readonly course: Course;
  readonly step: Step;
  /** Index of the step. */
  readonly index: number;
  readonly isLast: boolean;
  /** Whether the run on the page is that of the step. */
  readonly isOfStep: boolean;
  readonly done: boolean;
  /** Whether it is done, and by the person. */
  readonly isTicked: boolean;
  readonly answer: number | undefined;
  /** What came of the answer; null where nothing is asked. */
  readonly verdict: Verdict | null;
  /** The answer to the step's question once the run, or the text, has given it. */
  readonly truth: string | null;
  /** Whether the run has ended otherwise than the text says. */
  readonly differs: boolean;
}

/** What moves through the lessons, and the open step; null while no course is open. */
export function useStep(): { readonly teach: LessonActions; readonly at: OpenStep | null } {
  const { lessons, share, notices } = useApp();
  const teach = useMemo(() => createLessonActions({ lessons, share, notices }), [lessons, share, notices]);
  const { open, at, answers, own } = useStore(lessons);
  const course = courseIn({ own }, open ?? CHOOSING);
  const index = Math.min(at[open ?? ""] ?? 0, (course?.steps.length ?? 1) - 1);
  const step = course?.steps[index];
  const record = useRun((state) => state.record);
  const cursor = useRun((state) => state.playback.cursor);
  useRun((state) => state.revision);
  const letters = lettersOf(useRun((state) => state.views));
  const view = usePage((state) => state.view);
  const isOfStep = useMemo(() => step !== undefined && teach.isOfStep(step, record), [teach, step, record]);
  const earned = useMemo(() => step !== undefined && isEarned(step), [step]);

  if (!course || !step || open === null) return { teach, at: null };
  const run = isOfStep ? record : null;
  const scene = { record: run, cursor, view, letters };
  const answer = answers[answerKey(open, index)];
  const done = isDone(step.until, scene);
  return {
    teach,
    at: {
      ...{ open, course, step, index, isOfStep, answer },
      isLast: index === course.steps.length - 1,
      done,
      isTicked: done && earned,
      verdict: step.question && judgeAnswer(step.question, answer, scene),
      truth: step.question && truthOf(step.question, scene),
      differs: run?.end ? brokenClaims(step, run).length > 0 : false,
    },
  };
}
