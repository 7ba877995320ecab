import { say } from "../../../words/say";
import type { Course, Question, Step } from "../course";
import { readCourse } from "../format";
import { tidyLine } from "../text";
import { writeCourse } from "../write";

/** A step while it is written: its paragraphs as they are typed, a blank line or a line break between two. */
export interface DraftStep extends Omit<Step, "text" | "after" | "task"> {
  /** Its own among the steps of the draft, whatever their order. */
  readonly id: number;
  readonly text: string;
  readonly task: string;
  readonly after: string;
}

/** A lesson while it is written: anything in it may still be missing. */
export interface Draft {
  readonly title: string;
  readonly about: string;
  /** As typed. */
  readonly minutes: string;
  readonly steps: readonly DraftStep[];
}

export const EMPTY: Draft = { title: "", about: "", minutes: "10", steps: [] };

/** What a state that is added begins with. */
export interface Added {
  readonly title: string;
  readonly sentence: string;
  /** Hash of the link. */
  readonly link: string;
}

export function withStep(draft: Draft, { title, sentence, link }: Added): Draft {
  const id = 1 + Math.max(0, ...draft.steps.map((step) => step.id));
  const nothing = { task: "", after: "", until: null, question: null, look: [], claims: [] };
  return { ...draft, steps: [...draft.steps, { id, title, link, text: sentence, ...nothing }] };
}

export function withoutStep(draft: Draft, id: number): Draft {
  return { ...draft, steps: draft.steps.filter((step) => step.id !== id) };
}

export function changeStep(draft: Draft, id: number, change: Partial<DraftStep>): Draft {
  return { ...draft, steps: draft.steps.map((step) => (step.id === id ? { ...step, ...change } : step)) };
}

/** The step one place up or down; the same draft where there is none. */
export function moveStep(draft: Draft, id: number, by: 1 | -1): Draft {
  const from = draft.steps.findIndex((step) => step.id === id);
  const [step, beside] = [draft.steps[from], draft.steps[from + by]];
  if (!step || !beside) return draft;
  return { ...draft, steps: draft.steps.with(from, beside).with(from + by, step) };
}

/** The lesson that a draft says, as a reader would keep it. */
export function courseOf({ title, about, minutes, steps }: Draft): Course {
  return {
    title: tidyLine(title),
    about: tidyLine(about),
    minutes: minutes.trim() === "" ? Number.NaN : Number(minutes.replace(",", ".")),
    steps: steps.map(({ id, text, task, after, title: name, question, ...step }) => ({
      ...step,
      title: tidyLine(name),
      text: paragraphs(text),
      task: tidyLine(task) || null,
      after: paragraphs(after),
      question: question && tidyQuestion(question),
    })),
  };
}

/** A lesson to be written on. */
export function draftOf({ title, about, minutes, steps }: Course): Draft {
  return {
    ...{ title, about, minutes: String(minutes) },
    steps: steps.map((step, i) => ({
      ...step,
      id: i + 1,
      text: step.text.join("\n\n"),
      task: step.task ?? "",
      after: step.after.join("\n\n"),
    })),
  };
}

/** What is still to be done before a draft can be saved, in sentences that say where. */
export function problemsOf(draft: Draft): string[] {
  const course = courseOf(draft);
  const problems: string[] = [];
  if (course.title === "") problems.push(say`Give the lesson a title.`);
  if (!(course.minutes > 0 && course.minutes <= 600)) problems.push(say`Say how many minutes it takes: 1 to 600.`);
  if (course.steps.length === 0) problems.push(say`Add at least one state.`);
  for (const [i, { title, question }] of course.steps.entries()) {
    if (title === "") problems.push(say`Give step ${i + 1} a title.`);
    if (question) problems.push(...questionProblems(question, i + 1));
  }
  if (problems.length > 0) return problems;
  // Limits, and whatever else a reader would refuse.
  const read = readCourse(writeCourse(course));
  return read.ok ? [] : read.problems.map((problem) => problem.replace(/^Line \d+: (.)/, (_, c) => c.toUpperCase()));
}

function questionProblems(question: Question, step: number): string[] {
  const { choices = null } = question.kind === "choice" ? question : {};
  return [
    ...(question.text === ""
      ? [say`The question of step ${step} asks nothing yet: write it, or choose “No question”.`]
      : []),
    ...(choices?.some((choice) => choice === "")
      ? [say`The question of step ${step} has an empty answer: write it or remove it.`]
      : []),
    ...(choices && choices.length < 2 ? [say`The question of step ${step} needs at least two answers.`] : []),
    ...(choices && new Set(choices.filter(Boolean)).size < choices.filter(Boolean).length
      ? [say`The question of step ${step} has two answers that are the same.`]
      : []),
  ];
}

function tidyQuestion(question: Question): Question {
  const text = tidyLine(question.text);
  return question.kind === "choice"
    ? { ...question, text, choices: question.choices.map(tidyLine) }
    : { ...question, text };
}

function paragraphs(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map(tidyLine)
    .filter(Boolean);
}
