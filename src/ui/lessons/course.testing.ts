import fc from "fast-check";
import { type Course, PLACES, type Question, type Reached, type Step, type Until } from "./course";
import { MEASURE_NAMES } from "./measures";
import { tidyLine } from "./text";

/** Texts that mean something to the format, and any others, as a reader keeps them. */
const SIGNS = [
  "# ",
  "\\",
  "\\\\",
  " = ",
  "=",
  "|",
  "*",
  "do: ",
  "after:",
  "link: #v=1&p=1",
  "whether ended",
  "settled ± 1",
  "<b>",
  "e\u0301",
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS), fc.string({ unit: "grapheme", maxLength: 12 })), { maxLength: 6 })
  .map((parts) => tidyLine(parts.join("")).slice(0, 90))
  .map(tidyLine);
const line = words.filter((text) => text !== "");

const count = fc.integer({ min: 1, max: 999_999 });
const reached: fc.Arbitrary<Reached> = fc.oneof(
  fc.constant({ kind: "ended" } as const),
  count.map((k) => ({ kind: "iteration", k }) as const),
  count.map((n) => ({ kind: "settled", count: n }) as const),
  fc.constantFrom("A", "B", "AB").map((letter) => ({ kind: "settledOn", letter }) as const),
);
const until: fc.Arbitrary<Until> = fc.oneof(
  reached,
  fc.constantFrom("map", "depth-breadth").map((view) => ({ kind: "view", view }) as const),
);
const measure = fc.constantFrom(...MEASURE_NAMES);
const tolerance = fc.nat(999_999);
const question: fc.Arbitrary<Question> = fc.oneof(
  fc.record({ kind: fc.constant("number" as const), text: line, measure, tolerance }),
  fc.record({ kind: fc.constant("whether" as const), text: line, state: reached }),
  fc
    .tuple(line, fc.uniqueArray(line, { minLength: 2, maxLength: 5 }), fc.nat(4))
    .map(([text, choices, right]) => ({ kind: "choice" as const, text, choices, right: right % choices.length })),
);

const step: fc.Arbitrary<Step> = fc.record({
  title: line,
  link: fc.stringMatching(/^#v=1&[!-~]{1,30}$/),
  text: fc.array(line, { maxLength: 3 }),
  task: fc.option(line),
  until: fc.option(until),
  question: fc.option(question),
  after: fc.array(line, { maxLength: 3 }),
  look: fc.subarray([...PLACES]),
  claims: fc.array(fc.record({ measure, value: tolerance, tolerance }), { maxLength: 2 }),
});

/** Any course that a file can hold. */
export const anyCourse: fc.Arbitrary<Course> = fc.record({
  title: line,
  about: words,
  minutes: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.constantFrom(0.5, 2.25)),
  steps: fc.array(step, { minLength: 1, maxLength: 4 }),
});
