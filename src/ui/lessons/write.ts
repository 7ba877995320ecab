import type { Claim, Course, Step } from "./course";
import { FIELDS, HEAD } from "./format";
import { writeQuestion } from "./question";
import { writeUntil } from "./until";

/** A course as the text of a file (docs/lessons.md): readCourse gives the same course again, and written again it is the same text. */
export function writeCourse({ title, about, minutes, steps }: Course): string {
  const head = [HEAD, `title: ${title}`, ...(about ? [`about: ${about}`] : []), `minutes: ${minutes}`];
  return `${[head.join("\n"), ...steps.map(writeStep)].join("\n\n")}\n`;
}

function writeStep({ title, link, look, text, question, task, until, claims, after }: Step): string {
  const [first, ...others] = after;
  return [
    `# ${title}`,
    `link: ${link}`,
    ...(look.length > 0 ? [`look: ${look.join(", ")}`] : []),
    ...(text.length > 0 ? [text.map(asParagraph).join("\n\n")] : []),
    ...(question ? [`ask: ${writeQuestion(question)}`] : []),
    ...(task ? [`do: ${task}`] : []),
    ...(until ? [`until: ${writeUntil(until)}`] : []),
    ...claims.map((claim) => `claim: ${writeClaim(claim)}`),
    ...(first === undefined ? [] : [[`after: ${first}`, ...others.map(asParagraph)].join("\n\n")]),
  ].join("\n");
}

function writeClaim({ measure, value, tolerance }: Claim): string {
  return `${measure} ${value}${tolerance > 0 ? ` ± ${tolerance}` : ""}`;
}

/** What would be read as a title or a field begins with a backslash, which is not part of it. */
function asParagraph(text: string): string {
  const [, field = ""] = /^([a-z]+):/.exec(text) ?? [];
  return text.startsWith("\\") || text.startsWith("# ") || FIELDS.has(field) ? `\\${text}` : text;
}
