import fc from "fast-check";
import { expect, it } from "vitest";
import { readCourse } from "./format";
import { readInline } from "./pieces";

const LESSON = `settle-lesson 1
title: Rest
about: One step.
minutes: 3

# First
link: https://example.org/settle/#v=1&p=1
look: board, view
A sentence
that goes on.

Another *one*.
ask: How many? = agreeing ± 1
do: Press play.
until: settled on B
claim: settled 12 ± 1
after: Then.

More.
`;

it("reads every field of a step", () => {
  expect(readCourse(LESSON)).toEqual({
    ok: true,
    course: {
      title: "Rest",
      about: "One step.",
      minutes: 3,
      steps: [
        {
          title: "First",
          link: "#v=1&p=1",
          text: ["A sentence that goes on.", "Another *one*."],
          task: "Press play.",
          until: { kind: "settledOn", letter: "B" },
          question: { kind: "number", text: "How many?", measure: "agreeing", tolerance: 1 },
          after: ["Then.", "More."],
          look: ["board", "view"],
          claims: [{ measure: "settled", value: 12, tolerance: 1 }],
        },
      ],
    },
  });
});

it("reads a choice, with a star before the right one", () => {
  const read = readCourse(LESSON.replace("= agreeing ± 1", "= yes | *no | perhaps"));
  expect(read.ok && read.course.steps[0]?.question).toEqual({
    kind: "choice",
    text: "How many?",
    choices: ["yes", "no", "perhaps"],
    right: 1,
  });
});

it("reads whether a run reaches a state", () => {
  const read = readCourse(LESSON.replace("= agreeing ± 1", "= whether settled on B"));
  expect(read.ok && read.course.steps[0]?.question).toEqual({
    kind: "whether",
    text: "How many?",
    state: { kind: "settledOn", letter: "B" },
  });
});

it("takes a line after a backslash as text, and no invisible signs into it", () => {
  const read = readCourse(LESSON.replace("A sentence\n", "\\do: \u202ea sentence\u200b\n"));
  expect(read.ok && read.course.steps[0]?.text[0]).toBe("do: a sentence that goes on.");
});

it.each([
  ["", /Line 1: a lesson begins with "settle-lesson 1"/],
  ["settle-lesson 2\n", /Line 1: this lesson is of version 2 of the format, and this page reads version 1: reload/],
  ["settle-lesson one\n", /Line 1: a lesson begins with/],
  [LESSON.replace("= agreeing ± 1", "= *yes | *no"), /a star before the right one/],
  [LESSON.replace("= agreeing ± 1", "= *yes | yes"), /two choices of a question are the same/],
  [LESSON.replace("= agreeing ± 1", "= whether view map"), /a state that the run may reach/],
  [LESSON.replace("A sentence", "A".repeat(2001)), /a paragraph has at most 2000 characters/],
  [LESSON.replace("title: Rest\n", ""), /no title/],
  [LESSON.replace("minutes: 3", "minutes: soon"), /how long it takes/],
  [LESSON.replace(/# First[\s\S]*/, ""), /no step/],
  [LESSON.replace(/link: .*\n/, ""), /Line 6: this step has no state/],
  [LESSON.replace(/link: .*/, "link: javascript:alert(1)"), /Line 7: a link is an address with "#v=1/],
  [LESSON.replace("until: settled on B", "until: tomorrow"), /Line 15: "until" is/],
  [LESSON.replace("look: board, view", "look: board, moon"), /there is no "moon" to look at/],
  [LESSON.replace("claim: settled 12 ± 1", "claim: luck 3"), /Line 16: a claim is a measure/],
  [LESSON.replace("= agreeing ± 1", "= yes | no"), /a star before the right one/],
  ["x".repeat(300_000), /at most 200000/],
])("says what is wrong, with its line (%#)", (text, problem) => {
  const read = readCourse(text);
  expect(read.ok).toBe(false);
  expect(read.ok ? "" : read.problems.join("\n")).toMatch(problem);
});

it("answers anything at all, and never with half a lesson", () => {
  const line = fc.oneof(fc.constantFrom(...LESSON.split("\n")), fc.string({ maxLength: 40 }));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const read = readCourse(lines.join("\n"));
      if (read.ok) expect(read.course.steps.every(({ link }) => link.startsWith("#v="))).toBe(true);
      else expect(read.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 2000 },
  );
});

it("makes links only of https and of this page's states; all other markup is text", () => {
  expect(readInline("a **b** *c* `d` [e](https://arxiv.org/x) f")).toEqual([
    { kind: "plain", text: "a " },
    { kind: "strong", text: "b" },
    { kind: "plain", text: " " },
    { kind: "emphasis", text: "c" },
    { kind: "plain", text: " " },
    { kind: "code", text: "d" },
    { kind: "plain", text: " " },
    { kind: "link", text: "e", href: "https://arxiv.org/x" },
    { kind: "plain", text: " f" },
  ]);
  expect(readInline("[x](javascript:alert(1)) <b>")).toEqual([
    { kind: "plain", text: "[x](javascript:alert(1)" },
    { kind: "plain", text: ") <b>" },
  ]);
});
