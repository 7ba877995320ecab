import { say } from "../../words/say";
import type { Claim, Course, Place, Question, Until } from "./course";
import { PLACES } from "./course";
import { isMeasure, MEASURE_NAMES } from "./measures";
import { readQuestion } from "./question";
import { LIMITS, tidyLine } from "./text";
import { readUntil } from "./until";

const VERSION = 1;
/** What a file of a lesson begins with. */
const NAME = "settle-lesson";

export const HEAD = `${NAME} ${VERSION}`;

/** Words that begin a line of a step which is not its text. */
export const FIELDS: ReadonlySet<string> = new Set(["link", "do", "until", "ask", "look", "claim", "after"]);

export type ReadCourse =
  | { readonly ok: true; readonly course: Course }
  /** What is wrong, each a sentence with its line. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Fields of a step while it is read. */
interface Draft {
  line: number;
  title: string;
  link: string;
  text: string[];
  after: string[];
  task: string | null;
  until: Until | null;
  question: Question | null;
  look: Place[];
  claims: Claim[];
}

/**
 * Reads a lesson (docs/lessons.md). Never throws. All that is wrong is listed, with lines; a lesson with any problem is not
 * opened, so that nobody is taught by half of one.
 */
export function readCourse(text: string): ReadCourse {
  const problems: string[] = [];
  const wrong = (line: number, what: string) => problems.push(say`Line ${line + 1}: ${what}`);
  if (text.length > LIMITS.file)
    return { ok: false, problems: [say`The file has ${text.length} characters; a lesson has at most ${LIMITS.file}.`] };
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const head = tidyLine(lines[0] ?? "");
  if (head !== HEAD) return { ok: false, problems: [headProblem(head)] };

  const about = { title: "", about: "", minutes: Number.NaN };
  const drafts: Draft[] = [];
  let paragraph: string[] = [];
  let into: "text" | "after" = "text";

  const endParagraph = (line: number) => {
    const joined = paragraph.join(" ");
    if (joined.length > LIMITS.paragraph) wrong(line, say`a paragraph has at most ${LIMITS.paragraph} characters.`);
    const draft = drafts.at(-1);
    if (draft && paragraph.length > 0) draft[into].push(joined);
    paragraph = [];
  };

  for (const [line, raw] of lines.entries()) {
    if (line === 0) continue;
    const content = tidyLine(raw);
    if (content === "") {
      endParagraph(line);
      continue;
    }
    if (content.startsWith("# ")) {
      endParagraph(line);
      into = "text";
      const title = content.slice(2);
      if (title.length > LIMITS.title) wrong(line, say`a title has at most ${LIMITS.title} characters.`);
      drafts.push(newDraft(line, title));
      continue;
    }
    const field = /^([a-z]+):\s*(.*)$/.exec(content);
    const [, name = "", value = ""] = field ?? [];
    const draft = drafts.at(-1);
    if (!draft) {
      if (name === "title" || name === "about") about[name] = value;
      else if (name === "minutes") about.minutes = Number(value);
      else
        wrong(line, say`before the first step only title, about and minutes can stand, not "${content.slice(0, 40)}".`);
      if (value.length > LIMITS.about || (name === "title" && value.length > LIMITS.title))
        wrong(line, say`a title has at most ${LIMITS.title} characters, what the lesson is about ${LIMITS.about}.`);
      continue;
    }
    if (field && FIELDS.has(name)) {
      endParagraph(line);
      const problem = take(draft, name, value);
      if (problem) wrong(line, problem);
      if (name === "after") {
        into = "after";
        if (value) paragraph.push(value);
      }
      continue;
    }
    const said = content.startsWith("\\") ? content.slice(1).trimStart() : content;
    if (said) paragraph.push(said);
  }
  endParagraph(lines.length - 1);

  if (!about.title) wrong(1, say`the lesson has no title: add a line "title: ...".`);
  if (!(about.minutes > 0 && about.minutes <= 600)) wrong(1, say`say how long it takes: a line "minutes: 20".`);
  if (drafts.length === 0) wrong(lines.length - 1, say`the lesson has no step: a line "# Title" begins one.`);
  if (drafts.length > LIMITS.steps) wrong(0, say`a lesson has at most ${LIMITS.steps} steps.`);
  for (const { line, link, text: said, after, claims } of drafts) {
    if (!link) wrong(line, say`this step has no state: add a line "link: #v=1&...", as Share copies it.`);
    if (said.length + after.length > LIMITS.paragraphs)
      wrong(line, say`a step has at most ${LIMITS.paragraphs} paragraphs.`);
    if (claims.length > LIMITS.claims) wrong(line, say`a step has at most ${LIMITS.claims} claims.`);
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, course: { ...about, steps: drafts.map(({ line, ...step }) => step) } };
}

function headProblem(head: string): string {
  const [, version = "0"] = /^settle-lesson (\d{1,4})$/.exec(head) ?? [];
  return Number(version) > VERSION
    ? say`Line 1: this lesson is of version ${version} of the format, and this page reads version ${VERSION}: reload the page to get the newest.`
    : say`Line 1: a lesson begins with "${HEAD}".`;
}

function newDraft(line: number, title: string): Draft {
  const empty = { text: [], after: [], look: [], claims: [] };
  return { line, title, link: "", task: null, until: null, question: null, ...empty };
}

/** Takes a field into a step; what is wrong with it, null for nothing. */
function take(draft: Draft, name: string, value: string): string | null {
  switch (name) {
    case "link": {
      const hash = value.slice(value.indexOf("#"));
      if (!/^#v=\d+&[!-~]+$/.test(hash)) return say`a link is an address with "#v=1&...", as Share copies it.`;
      draft.link = hash;
      return null;
    }
    case "do":
      draft.task = value || null;
      return value.length > LIMITS.paragraph ? say`what to do has at most ${LIMITS.paragraph} characters.` : null;
    case "until":
      draft.until = readUntil(value);
      return draft.until
        ? null
        : say`"until" is "ended", "iteration 20", "settled 3", "settled on B" or "view basins", not "${value.slice(0, 40)}".`;
    case "ask": {
      const read = readQuestion(value);
      draft.question = typeof read === "string" ? null : read;
      return typeof read === "string" ? read : null;
    }
    case "look": {
      const names = value.split(/[\s,]+/).filter(Boolean);
      const unknown = names.find((one) => !isPlace(one));
      draft.look = names.filter(isPlace);
      return unknown ? say`there is no "${unknown.slice(0, 40)}" to look at; known: ${PLACES.join(", ")}.` : null;
    }
    case "claim": {
      const read = /^(\w+)\s+(\d{1,6})(?:\s*±\s*(\d{1,6}))?$/.exec(value);
      const measure = read?.[1] ?? "";
      if (!read || !isMeasure(measure))
        return say`a claim is a measure, a number and perhaps a tolerance: "settled 12 ± 1"; known: ${MEASURE_NAMES.join(", ")}.`;
      draft.claims.push({ measure, value: Number(read[2]), tolerance: Number(read[3] ?? 0) });
      return null;
    }
    default:
      return null;
  }
}

const isPlace = (name: string): name is Place => PLACES.some((place) => place === name);
