import type { Claim, Course, Place, Question, Until } from "./course";
import { PLACES } from "./course";
import { MEASURE_NAMES, type MeasureName } from "./measures";

/** What a file of a lesson begins with. */
const HEAD = "settle-lesson 1";
/** Far more than a lesson of a day; a longer file is something else. */
const MOST = { characters: 200_000, steps: 100, paragraphs: 40 } as const;

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
  const wrong = (line: number, what: string) => problems.push(`Line ${line + 1}: ${what}`);
  if (text.length > MOST.characters)
    return {
      ok: false,
      problems: [`The file has ${text.length} characters; a lesson has at most ${MOST.characters}.`],
    };
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  if (lines[0]?.trim() !== HEAD) return { ok: false, problems: [`Line 1: a lesson begins with "${HEAD}".`] };

  const about = { title: "", about: "", minutes: Number.NaN };
  const drafts: Draft[] = [];
  let paragraph: string[] = [];
  let into: "text" | "after" = "text";

  const endParagraph = () => {
    const draft = drafts.at(-1);
    if (draft && paragraph.length > 0) draft[into].push(paragraph.join(" "));
    paragraph = [];
  };

  for (const [line, raw] of lines.entries()) {
    if (line === 0) continue;
    const content = raw.trim();
    if (content === "") {
      endParagraph();
      continue;
    }
    if (content.startsWith("# ")) {
      endParagraph();
      into = "text";
      drafts.push(newDraft(line, content.slice(2).trim()));
      continue;
    }
    const field = /^([a-z]+):\s*(.*)$/.exec(content);
    const [, name = "", value = ""] = field ?? [];
    const draft = drafts.at(-1);
    if (!draft) {
      if (name === "title" || name === "about") about[name] = value;
      else if (name === "minutes") about.minutes = Number(value);
      else wrong(line, `before the first step only title, about and minutes can stand, not "${content.slice(0, 40)}".`);
      continue;
    }
    if (field && FIELDS.has(name)) {
      endParagraph();
      const problem = take(draft, name, value);
      if (problem) wrong(line, problem);
      if (name === "after") {
        into = "after";
        if (value) paragraph.push(value);
      }
      continue;
    }
    paragraph.push(content);
  }
  endParagraph();

  if (!about.title) wrong(1, 'the lesson has no title: add a line "title: ...".');
  if (!(about.minutes > 0 && about.minutes <= 600)) wrong(1, 'say how long it takes: a line "minutes: 20".');
  if (drafts.length === 0) wrong(lines.length - 1, 'the lesson has no step: a line "# Title" begins one.');
  if (drafts.length > MOST.steps) wrong(0, `a lesson has at most ${MOST.steps} steps.`);
  for (const { line, link, text: said, after } of drafts) {
    if (!link) wrong(line, 'this step has no state: add a line "link: #v=1&...", as Share copies it.');
    if (said.length + after.length > MOST.paragraphs) wrong(line, `a step has at most ${MOST.paragraphs} paragraphs.`);
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, course: { ...about, steps: drafts.map(({ line, ...step }) => step) } };
}

const FIELDS: ReadonlySet<string> = new Set(["link", "do", "until", "ask", "look", "claim", "after"]);

function newDraft(line: number, title: string): Draft {
  const empty = { text: [], after: [], look: [], claims: [] };
  return { line, title, link: "", task: null, until: null, question: null, ...empty };
}

/** Takes a field into a step; what is wrong with it, null for nothing. */
function take(draft: Draft, name: string, value: string): string | null {
  switch (name) {
    case "link": {
      const hash = value.slice(value.indexOf("#"));
      if (!/^#v=\d+&\S+$/.test(hash)) return 'a link is an address with "#v=1&...", as Share copies it.';
      draft.link = hash;
      return null;
    }
    case "do":
      draft.task = value;
      return null;
    case "until":
      draft.until = readUntil(value);
      return draft.until
        ? null
        : `"until" is "ended", "iteration 20", "settled 3", "settled on B" or "view basins", not "${value.slice(0, 40)}".`;
    case "ask":
      return takeQuestion(draft, value);
    case "look": {
      const names = value.split(/[\s,]+/).filter(Boolean);
      const unknown = names.find((one) => !isPlace(one));
      draft.look = names.filter(isPlace);
      return unknown ? `there is no "${unknown.slice(0, 40)}" to look at; known: ${PLACES.join(", ")}.` : null;
    }
    case "claim": {
      const read = /^(\w+)\s+(\d+)(?:\s*±\s*(\d+))?$/.exec(value);
      const measure = read?.[1] ?? "";
      if (!read || !isMeasure(measure))
        return `a claim is a measure, a number and perhaps a tolerance: "settled 12 ± 1"; known: ${MEASURE_NAMES.join(", ")}.`;
      draft.claims.push({ measure, value: Number(read[2]), tolerance: Number(read[3] ?? 0) });
      return null;
    }
    default:
      return null;
  }
}

function readUntil(value: string): Until | null {
  if (value === "ended") return { kind: "ended" };
  const [, letter] = /^settled on ([A-Z]{1,2})$/.exec(value) ?? [];
  if (letter) return { kind: "settledOn", letter };
  const [, word, rest = ""] = /^(iteration|settled|view) (\S{1,24})$/.exec(value) ?? [];
  if (word === "view") return { kind: "view", view: rest };
  const number = Number(rest);
  if (!Number.isInteger(number) || number < 1) return null;
  if (word === "iteration") return { kind: "iteration", k: number };
  return word === "settled" ? { kind: "settled", count: number } : null;
}

/** "text = measure ± tolerance", or "text = *right | wrong | wrong". */
function takeQuestion(draft: Draft, value: string): string | null {
  const at = value.lastIndexOf(" = ");
  const [text, answer] = at < 0 ? ["", ""] : [value.slice(0, at), value.slice(at + 3)];
  const number = /^(\w+)(?:\s*±\s*(\d+))?$/.exec(answer);
  const measure = number?.[1] ?? "";
  if (number && isMeasure(measure)) {
    draft.question = { kind: "number", text, measure, tolerance: Number(number[2] ?? 0) };
    return null;
  }
  const choices = answer.split("|").map((choice) => choice.trim());
  const right = choices.findIndex((choice) => choice.startsWith("*"));
  if (choices.length < 2 || right < 0)
    return `a question ends in " = " and a measure (${MEASURE_NAMES.join(", ")}), or in choices with a star before the right one: "= *yes | no".`;
  draft.question = { kind: "choice", text, right, choices: choices.map((choice) => choice.replace(/^\*/, "")) };
  return null;
}

const isPlace = (name: string): name is Place => PLACES.some((place) => place === name);
const isMeasure = (name: string): name is MeasureName => MEASURE_NAMES.some((measure) => measure === name);
