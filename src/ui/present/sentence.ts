import { capitalized } from "../../viz/format";
import type { Step } from "../lessons/course";
import type { Caption } from "../link/caption";

export interface PresentScene {
  /** The open step of a lesson. */
  readonly step: Pick<Step, "title" | "text" | "task" | "question" | "after"> | null;
  /** Whether what the step waits for has come about. */
  readonly done: boolean;
  /** The answer to the step's question once it is known: measured, or the right choice. */
  readonly truth: string | null;
  /** What the sender of the link says. */
  readonly caption: Caption;
}

/** What a presentation says over its pictures; the measured sentence on the run stands below. In the four marks of a lesson. */
export function presentWords({ step, done, truth, caption }: PresentScene): { title: string; sentence: string } {
  if (!step) return { title: caption.title, sentence: caption.sentence };
  const { title, text, task, question, after } = step;
  if (question) {
    const choices = question.kind === "choice" ? ` ${capitalized(question.choices.join(" / "))}?` : "";
    const answer = done && truth !== null ? ` **${capitalized(truth)}.**` : choices;
    return { title, sentence: `${question.text}${answer}` };
  }
  if (done && after[0] !== undefined) return { title, sentence: firstSentence(after[0]) };
  return { title, sentence: task ?? firstSentence(text[0] ?? "") };
}

/** Up to the first full stop that ends a sentence: not one inside marks, or of "e.g." */
export function firstSentence(text: string): string {
  const end = /[.?!](?=\s+[A-Z*[`])/.exec(text);
  return end ? text.slice(0, end.index + 1) : text;
}
