import type { Course } from "./course";
import { COURSES } from "./courses";
import type { LessonState } from "./store";

/** The course of a name, the one out of a file as "own"; null where there is none. */
export function courseIn({ own }: Pick<LessonState, "own">, name: string): Course | null {
  return name === OWN ? own : (COURSES.get(name) ?? null);
}

/** Name of the course that was opened from a file. */
export const OWN = "own";
