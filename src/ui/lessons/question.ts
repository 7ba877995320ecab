import { say } from "../../words/say";
import type { Question } from "./course";
import { isMeasure, MEASURE_NAMES } from "./measures";
import { LIMITS } from "./text";
import { readReached, writeUntil } from "./until";

/**
 * Reads "text = measure ± tolerance", "text = *right | wrong | wrong" or "text = whether settled on B"; a sentence that says
 * what is wrong where it is none of them. A backslash before =, |, * or a backslash makes it that sign and nothing more.
 */
export function readQuestion(value: string): Question | string {
  const at = value.lastIndexOf(" = ");
  const [asked, answer] = at < 0 ? ["", ""] : [value.slice(0, at), value.slice(at + 3)];
  const text = plain(asked);
  if (text === "") return HOW;
  if (text.length > LIMITS.question) return say`a question has at most ${LIMITS.question} characters.`;
  const [, measure, tolerance = "0"] = /^(\w+)(?:\s*±\s*(\d{1,6}))?$/.exec(answer) ?? [];
  if (measure && isMeasure(measure)) return { kind: "number", text, measure, tolerance: Number(tolerance) };
  const [, reached = ""] = /^whether (.+)$/.exec(answer) ?? [];
  const state = readReached(reached);
  return state ? { kind: "whether", text, state } : readChoices(text, answer);
}

/** What readQuestion reads as this question. */
export function writeQuestion(question: Question): string {
  const text = marked(question.text);
  switch (question.kind) {
    case "number":
      return `${text} = ${question.measure}${question.tolerance > 0 ? ` ± ${question.tolerance}` : ""}`;
    case "whether":
      return [text, "=", "whether", writeUntil(question.state)].join(" ");
    case "choice": {
      const choices = question.choices.map((choice, i) => {
        const written = marked(choice).replaceAll("|", "\\|").replace(/^\*/, "\\*");
        return i === question.right ? `*${written}` : written;
      });
      return `${text} = ${choices.join(" | ")}`;
    }
  }
}

const HOW = say`a question ends in " = " and a measure (${MEASURE_NAMES.join(", ")}), in choices with a star before the right one ("= *yes | no"), or in a state that the run may reach ("= whether settled on B").`;

function readChoices(text: string, answer: string): Question | string {
  const parts = splitChoices(answer).map((part) => part.trim());
  const right = parts.findIndex(isStarred);
  if (parts.length < 2 || parts.filter(isStarred).length !== 1) return HOW;
  const choices = parts.map((part) => plain(isStarred(part) ? part.slice(1).trim() : part));
  if (choices.length > LIMITS.choices) return say`a question has at most ${LIMITS.choices} choices.`;
  if (choices.some((choice) => choice === "" || choice.length > LIMITS.choice))
    return say`each choice has between 1 and ${LIMITS.choice} characters.`;
  if (new Set(choices).size < choices.length) return say`two choices of a question are the same.`;
  return { kind: "choice", text, choices, right };
}

const isStarred = (part: string) => part.startsWith("*");

/** At the strokes, but for those after a backslash. */
function splitChoices(answer: string): string[] {
  const parts = [""];
  for (const [sign] of answer.matchAll(/\\?[\s\S]/gu)) {
    if (sign === "|") parts.push("");
    else parts.push((parts.pop() ?? "") + sign);
  }
  return parts;
}

function plain(text: string): string {
  return text.replace(/\\([=|*\\])/g, "$1");
}

/** With a backslash before what would end the text. */
function marked(text: string): string {
  return text.replaceAll("\\", "\\\\").replace(/(?<=^|\s)=(?=\s|$)/g, "\\=");
}
