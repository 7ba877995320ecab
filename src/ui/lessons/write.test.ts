import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { anyCourse } from "./course.testing";
import { readCourse } from "./format";
import { writeCourse } from "./write";

it("is read back as the same course, and written again as the same text", () => {
  fc.assert(
    fc.property(anyCourse, (course) => {
      const text = writeCourse(course);
      const read = readCourse(text);
      expect(read).toEqual({ ok: true, course });
      expect(read.ok && writeCourse(read.course)).toBe(text);
    }),
    { numRuns: 600 },
  );
});

it("keeps the shipped courses as they are", () => {
  const folder = new URL("./courses/", import.meta.url);
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".txt"))) {
    const read = readCourse(readFileSync(new URL(name, folder), "utf8"));
    if (!read.ok) throw new Error(`${name}: ${read.problems.join(" ")}`);
    expect(readCourse(writeCourse(read.course))).toEqual(read);
  }
});

it("writes what a person would", () => {
  const text = writeCourse({
    title: "Rest",
    about: "",
    minutes: 3,
    steps: [
      {
        title: "First",
        link: "#v=1&p=1",
        text: ["A sentence.", "do: not a field, \\ and = signs."],
        task: "Press play.",
        until: { kind: "settledOn", letter: "B" },
        question: { kind: "choice", text: "Is 1 = 2?", choices: ["a | b", "*"], right: 1 },
        after: ["Then.", "# not a title"],
        look: ["board", "view"],
        claims: [{ measure: "settled", value: 12, tolerance: 0 }],
      },
    ],
  });
  expect(text).toBe(`settle-lesson 1
title: Rest
minutes: 3

# First
link: #v=1&p=1
look: board, view
A sentence.

\\do: not a field, \\ and = signs.
ask: Is 1 \\= 2? = a \\| b | *\\*
do: Press play.
until: settled on B
claim: settled 12
after: Then.

\\# not a title
`);
});
