import { language } from "../../words/language";
import type { Course } from "./course";
import { readCourse } from "./format";

/** The texts of the courses: `first.txt` in English, `first.de.txt` in German, and so on. */
const TEXTS: Readonly<Record<string, string>> = import.meta.glob("./courses/*.txt", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The names of the courses in the page's address; first the long one, then those for some people. */
const NAMES = ["first", "players", "paper", "builders"] as const;

/** The courses that come with the page, in its language. */
export const COURSES: ReadonlyMap<string, Course> = coursesIn(language);

/** The courses in a language, in English where it has none. */
export function coursesIn(language: string): ReadonlyMap<string, Course> {
  return new Map(
    NAMES.map((name) => [
      name,
      read(TEXTS[`./courses/${name}.${language}.txt`] ?? TEXTS[`./courses/${name}.txt`] ?? ""),
    ]),
  );
}

function read(text: string): Course {
  const read = readCourse(text);
  if (!read.ok) throw new Error(read.problems.join(" "));
  return read.course;
}
