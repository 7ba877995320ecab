import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { safeStorage } from "../store/safeStorage";
import type { Course } from "./course";

/** What a person answered to a step's question: a number, or the index of a choice. */
export type Answers = Readonly<Record<string, number>>;

export interface LessonState {
  /** Name of the course that is open; CHOOSING shows the list; null while the lessons are closed. */
  readonly open: string | null;
  /** The step of each course that a person has come to, from 0. */
  readonly at: Readonly<Record<string, number>>;
  /** By "course/step". */
  readonly answers: Answers;
  /** A course that was opened from a file: kept for the tab's reloads. */
  readonly own: Course | null;
  /** Name of the course whose hand-out is being made; null while none is. */
  readonly handout: string | null;
}

const KEPT = ["open", "at", "answers", "own"] as const;

/** Where a person is in the lessons; kept like the other stores, or not at all in an embed. */
export function createLessonStore(storage = safeStorage<Pick<LessonState, (typeof KEPT)[number]>>()) {
  return createStore<LessonState>()(
    persist(() => ({ open: null, at: {}, answers: {}, own: null, handout: null }) as LessonState, {
      name: "settle.lessons",
      storage,
      version: 1,
      partialize: ({ handout, ...kept }) => kept,
    }),
  );
}

/** Open, with no course chosen yet. */
export const CHOOSING = "";
/** Open, with the lesson that a person writes. No course has this name. */
export const WRITING = "write";

export type LessonStore = ReturnType<typeof createLessonStore>;

export const answerKey = (course: string, step: number | "") => `${course}/${step}`;
