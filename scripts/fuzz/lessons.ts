import * as fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Course } from "../../src/ui/lessons/course";
import { readCourse } from "../../src/ui/lessons/format";
import { HandoutSheet } from "../../src/ui/lessons/handout/HandoutSheet";
import { MEASURE_NAMES } from "../../src/ui/lessons/measures";
import { writeCourse } from "../../src/ui/lessons/write";
import { createTally, type Fuzz, mustBeSentence } from "./fuzz";

/** Hostile texts of lessons. */
export const lessons: Fuzz = {
  name: "lessons",
  about:
    "A lesson from anyone is read and written back as it is, and its sheet holds no markup of its own; or sentences say why not.",
  count: 20_000,
  async run(count, seed) {
    const tally = createTally();
    fc.assert(
      fc.property(texts, (text) => tally.add(tryLesson(text))),
      { numRuns: count, seed },
    );
    return tally.counts;
  },
};

const GOOD = `settle-lesson 1
title: Two attractors
about: One puzzle with two solutions.
minutes: 5

# First
link: https://example.org/settle/#v=1&p=53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79&b=2
look: board, view
A **sentence** that [goes on](https://arxiv.org/abs/2605.21488).
ask: How many? = agreeing ± 1
do: Press *play*.
until: settled on B
claim: settled 12 ± 1
after: Then.

# Second
link: #v=1&p=1
ask: Which one? = *this | that
`;

const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "<svg/onload=alert(1)>",
  "</style></title></article>",
  "<!--",
  "]]>",
  "&lt;b&gt;",
  "&#60;b&#62;",
  "[words](javascript:alert(1))",
  '[words](https://a.b/"onmouseover=alert(1)//)',
  "[words](https://a.b/'><b>)",
  "[words](data:text/html,<b>)",
  "**<b>**",
  "`</code><b>`",
  "\u202e\u2066\u200b\u0000\u2028",
  "\ud83d",
  "e\u0301\u0301\u0301\u0301\u0301\u0301",
  "__proto__",
  "constructor",
  "\\",
  "\\\\",
  " = ",
  " | *",
  " ± ",
  "whether settled on B",
  "whether ended",
  "\n\n",
  "\r",
  "\n# ",
  "\nask: ",
  "\nafter: ",
  "\nclaim: settled 1",
  "\nlink: javascript:alert(1)#v=1&p=<b>",
  '\nlink: #v=1&p="><b>',
  "\nuntil: iteration 999999999",
];

const pieces = fc.oneof(
  fc.constantFrom(...HOSTILE, ...GOOD.split(/(?<=\n)/)),
  fc.string({ unit: "binary", maxLength: 30 }),
);
/** A good lesson with something put into it, or put together from such lines alone. */
const texts = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.tuple(fc.nat(GOOD.length), fc.nat(12), pieces), { minLength: 1, maxLength: 4 })
      .map((cuts) =>
        cuts.reduce((text, [at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length), GOOD),
      ),
  },
  fc.array(pieces, { maxLength: 20 }).map((parts) => `settle-lesson 1\n${parts.join("")}`),
  fc.string({ unit: "binary", maxLength: 200 }),
);

function tryLesson(text: string): string {
  const read = readCourse(text);
  if (!read.ok) {
    if (read.problems.length === 0) throw new Error("A lesson is refused without a reason.");
    for (const problem of read.problems) mustBeSentence(problem);
    return "refused";
  }
  const { course } = read;
  const written = writeCourse(course);
  const again = readCourse(written);
  if (!again.ok || JSON.stringify(again.course) !== JSON.stringify(course) || writeCourse(again.course) !== written)
    throw new Error(`A lesson that was read is another when written: ${JSON.stringify(written)}`);
  for (const { link } of course.steps)
    if (!/^#v=\d+&[!-~]+$/.test(link)) throw new Error(`A lesson let this link through: ${link}`);
  const markup = sheetOf(course);
  const [foreign] = markup.match(/<[^>]*>/g)?.filter((tag) => !OWN.test(tag)) ?? [];
  if (foreign) throw new Error(`A hand-out holds this markup: ${foreign}`);
  return "opened";
}

/** All tags that a sheet is made of, whole: names, and attributes whose values hold no tag. */
const OWN =
  /^<(\/(article|section|header|div|p|h1|h2|span|ul|li|figure|figcaption|a|strong|em|code|svg|path|rect)|(article|section|header|div|p|h1|h2|span|ul|li|figure|figcaption|strong|em|code|path|rect|svg)( (class|aria-label|role|viewBox|shape-rendering|width|height|fill|d)="[^"<>]*")*\/?|a href="(https:\/\/|#v=)[^"<>]*"( rel="noreferrer")?)>$/;

function sheetOf(course: Course): string {
  const found = Object.fromEntries(MEASURE_NAMES.map((name) => [name, 1])) as Record<(typeof MEASURE_NAMES)[number], 1>;
  const steps = course.steps.map((step) => ({
    step,
    // Too long for a code, which takes longer to draw than all else.
    address: `https://example.org/${"x".repeat(3000)}${step.link}`,
    run: {
      ...({
        kind: "run",
        stopped: null,
        before: [],
        after: [],
        found,
        breadth: 1,
        ofRun: true,
        reached: true,
      } as const),
      broken: step.claims.map((claim) => ({ claim, found: 0 })),
    },
  }));
  return renderToStaticMarkup(createElement(HandoutSheet, { handout: { course, steps, made: "Made here." } }));
}
