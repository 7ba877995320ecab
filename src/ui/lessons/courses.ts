import type { Course } from "./course";
import builders from "./courses/builders.txt?raw";
import first from "./courses/first.txt?raw";
import paper from "./courses/paper.txt?raw";
import players from "./courses/players.txt?raw";
import { readCourse } from "./format";

/** The courses that come with the page, by their names in its address; first the long one, then those for some people. */
export const COURSES: ReadonlyMap<string, Course> = new Map([
  ["first", shipped(first)],
  ["players", shipped(players)],
  ["paper", shipped(paper)],
  ["builders", shipped(builders)],
]);

function shipped(text: string): Course {
  const read = readCourse(text);
  if (!read.ok) throw new Error(read.problems.join(" "));
  return read.course;
}
