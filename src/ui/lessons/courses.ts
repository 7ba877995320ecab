import type { Course } from "./course";
import first from "./courses/first.txt?raw";
import { readCourse } from "./format";

/** The courses that come with the page, by their names in its address. */
export const COURSES: ReadonlyMap<string, Course> = new Map([["first", shipped(first)]]);

function shipped(text: string): Course {
  const read = readCourse(text);
  if (!read.ok) throw new Error(read.problems.join(" "));
  return read.course;
}
