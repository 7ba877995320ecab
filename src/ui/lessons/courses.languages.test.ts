import { describe, expect, it } from "vitest";
import { SOURCE, TRANSLATED } from "../../words/language";
import type { Course, Question } from "./course";
import { coursesIn } from "./courses";

/** What a course is in every language: states, questions and the answers that its runs give. */
function skeleton({ minutes, steps }: Course) {
  return {
    minutes,
    steps: steps.map(({ link, text, task, until, question, look, claims, after }) => ({
      link,
      until,
      look,
      claims,
      question: question && askedOf(question),
      paragraphs: text.length,
      says: { task: task !== null, after: after.length },
    })),
  };
}

function askedOf(question: Question) {
  if (question.kind === "choice")
    return { kind: question.kind, choices: question.choices.length, right: question.right };
  const { text, ...rest } = question;
  return { ...rest, asks: text !== "" };
}

describe.each(TRANSLATED)("courses in %s", (language) => {
  const english = coursesIn(SOURCE);
  const translated = coursesIn(language);

  it.each([...english.keys()])("%s differs in words alone", (name) => {
    const [here, there] = [translated.get(name), english.get(name)];
    if (!here || !there) throw new Error("The course is missing.");
    expect(skeleton(here)).toEqual(skeleton(there));
    expect(here.title).not.toBe(there.title);
  });

  it("has no numbers that the English text lacks", () => {
    const numbers = (course: Course) =>
      course.steps.map(({ text, after }) =>
        [...[...text, ...after].join(" ").matchAll(/[1-9]\d*/g)]
          .map(([digits]) => Number(digits))
          .sort((a, b) => a - b),
      );
    for (const [name, course] of translated) {
      const there = english.get(name);
      expect(there && numbers(course), name).toEqual(there && numbers(there));
    }
  });
});
