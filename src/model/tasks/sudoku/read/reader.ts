import { readBlock, isNumber } from "./block";
import { createBlock } from "./blockLines";
import { type Fault, looksLikeGrid, marksOf, strayed } from "./cells";
import { isOpenQuoted } from "./fields";
import { type Headings, headingsOf, headsSolution } from "./headings";
import { readJson } from "./json";
import { createJson } from "./jsonLines";
import { createLines, LONGEST_LINE } from "./lines";
import { linksIn, parseLink } from "./link";
import type { Found, PuzzleFormat } from "./reading";
import { isFull, readRow, type Row } from "./record";
import { isDashes, isRule, isWholeRow, type Line, looksLikeRow } from "./rows";
import { asciiDelimiters, visible } from "./signs";
import { refusal, variantIn } from "./variants";
import { isXml, readXml } from "./xml";

/** What the lines that follow are meant as, by the last section or title. */
type Section = "puzzles" | "solutions" | "other";

/** A table cell with line breaks in it is kept for this many lines at most. */
const MOST_QUOTED_LINES = 40;

/**
 * The one reader of puzzles. Takes a text chunk by chunk and hands out what it finds, as soon as it is found: puzzles in
 * lists, tables, drawings, books, links, JSON and XML, and the faults in between. It never throws and never guesses: what
 * cannot be read is named.
 */
export function createReader(emit: (found: Found) => void) {
  let headings: Headings | null = null;
  let section: Section = "puzzles";
  /** Whether a [Puzzle] header has come, after which no other section counts. */
  let sectioned = false;
  /** The last line of words, which may be the title of a drawing. */
  let title: { line: Line; first: boolean } | null = null;
  let variant: string | undefined;
  let any = false;
  let content = 0;
  let json: ReturnType<typeof createJson> | null = null;
  let quoted: Line[] = [];
  const block = createBlock(takeBlock);

  function puzzle(row: Row & { ok: true }, line: number, format: PuzzleFormat): void {
    any = true;
    const rest = row.alone ? [] : ["Only the field with the puzzle was read; the rest of its line was ignored."];
    const { puzzle, solution, source } = row;
    emit({ kind: "puzzle", puzzle: { line, puzzle, solution, source, format, notes: [...row.notes, ...rest] } });
  }

  function malformed({ line, offset, why, sign }: Fault, text: string | undefined): void {
    any = true;
    const column = [...(text ?? "").slice(0, offset)].length + 1;
    emit({ kind: "malformed", malformed: { line, column, why, ...(sign && { sign }) } });
  }

  function take(row: Row, line: Line, format: PuzzleFormat): void {
    if (!row.ok) return malformed(row.fault, line.text);
    if (variant !== undefined) return malformed({ line: line.number, offset: 0, why: refusal(variant) }, line.text);
    puzzle(row, line.number, format);
  }

  function takeBlock(lines: readonly Line[], runsOn: boolean): void {
    const first = lines.find(({ text }) => text.trim() !== "");
    if (!first || section === "other") return;
    const row = readBlock(lines, runsOn);
    const name = title?.line.text.trim().slice(0, 80) ?? null;
    title = null;
    if (section === "solutions") {
      if (row.ok && !isFull(row.puzzle)) malformed({ line: first.number, offset: 0, why: "Headed as a solution, but not a full grid." }, first.text);
      return;
    }
    if (!row.ok) return malformed(row.fault, lines.find(({ number }) => number === row.fault.line)?.text);
    const drawn = lines.filter(({ text }) => text.trim() !== "" && !isRule(text)).length;
    take({ ...row, source: name }, first, drawn === 1 ? "line" : "grid");
  }

  /** A line of words is a title where a drawing follows it, or headings where it is the first; else it is no puzzle. */
  function settleTitle(): void {
    if (title && !title.first) {
      const { number, text } = title.line;
      const stray = marksOf(text, number).find(({ meaning }) => meaning === "stray");
      malformed({ line: number, offset: stray?.offset ?? 0, why: strayed(stray?.character ?? text.trim()[0] ?? " "), sign: true }, text);
    }
    title = null;
  }

  function takeLine(line: Line): void {
    if (json) return feedJson(line);
    if (quoted.length > 0) return feedQuoted(line);
    if (isOpenQuoted(line.text) && !isXml(line.text)) {
      quoted = [line];
      return;
    }
    classify(line);
  }

  /** A quote that is not closed on its line goes on below, as in a spreadsheet cell of several lines. */
  function feedQuoted(line: Line): void {
    quoted.push(line);
    const closed = line.text.includes('"') && quoted.map(({ text }) => text).join("").split('"').length % 2 === 1;
    if (!closed && quoted.length < MOST_QUOTED_LINES) return;
    const lines = quoted;
    quoted = [];
    const [first] = lines;
    if (closed && first) classify({ number: first.number, text: lines.map(({ text }) => text).join(" ") });
    else for (const one of lines) classify(one);
  }

  function feedJson(line: Line): void {
    const fed = json?.feed(line.number, line.text);
    if (!fed || fed.kind === "more") return;
    if (fed.kind === "large") {
      json = null;
      const why = "This JSON value has more than 16 million characters. Write JSON lines: one object per line.";
      return malformed({ line: fed.line, offset: 0, why }, "");
    }
    if (fed.kind === "none" || fed.over) json = null;
    if (fed.kind === "none") for (const { number, text } of fed.lines) classify({ number, text }, false);
    else for (const { line: number, value } of fed.values) takeJson(value, { number, text: line.text });
  }

  function takeJson(value: unknown, line: Line): void {
    const rows = readJson(value, line.number);
    // A bare number or word is no value of JSON that anybody wrote as a puzzle.
    if (rows.length === 0) malformed({ line: line.number, offset: 0, why: "This JSON value holds no puzzle." }, "");
    for (const row of rows) take(row, line, typeof value === "object" && !Array.isArray(value) ? "json" : "line");
  }

  function classify(raw: Line, mayBeJson = true): void {
    const text = asciiDelimiters(unquotedMail(raw.text));
    const line = { number: raw.number, text };
    const shown = visible(text).trim();
    if (shown === "") return block.add(line, /^\s*([\t;,|])(\s*\1){7,}\s*$/.test(text) ? "row" : "empty");
    if (sectionOf(shown, line)) return;
    if (section === "other" || isComment(shown)) return;
    content++;
    if (mayBeJson && /^[[{]/.test(shown) && !isWholeRow(line)) {
      block.flush();
      settleTitle();
      json = createJson();
      return feedJson({ number: line.number, text: shown });
    }
    if (isXml(text)) return takeXml(line);
    const links = linksIn(text);
    const bare = links.reduce((rest, { link, offset }) => rest.slice(0, offset) + " ".repeat(link.length) + rest.slice(offset + link.length), text);
    const row = isRule(bare) ? null : readRow(withoutComment(bare), line.number, headings);
    if (row) return takeRow(row.ok && links.length > 0 ? { ...row, alone: false } : row, line);
    if (links.length > 0) return takeLinks(links, line);
    takeRest(line);
  }

  function takeRow(row: Row, line: Line): void {
    block.flush();
    settleTitle();
    if (section === "solutions") {
      if (row.ok && !isFull(row.puzzle)) malformed({ line: line.number, offset: 0, why: "Headed as a solution, but not a full grid." }, line.text);
      return;
    }
    take(row, line, "line");
  }

  function takeLinks(links: readonly { link: string; offset: number }[], line: Line): void {
    block.flush();
    settleTitle();
    for (const { link, offset } of links) {
      const result = parseLink(link);
      if (!result.ok) malformed({ line: line.number, offset, why: result.message }, line.text);
      else puzzle({ ok: true, puzzle: result.puzzle, solution: null, source: null, alone: true, notes: result.notes }, line.number, result.format);
    }
  }

  function takeXml(line: Line): void {
    block.flush();
    const rows = readXml(line.text, line.number);
    for (const row of rows) take(row, line, "xml");
    title = null;
  }

  /** Rows of a drawing, rules between them, titles, headings and other words. */
  function takeRest(line: Line): void {
    if (isRule(line.text)) return block.add(line, "rule");
    if (isWholeRow(line)) return block.add(line, "row");
    if (isDashes(line.text)) return block.add(line, "dashes");
    if (isNumber(line.text) && (block.isEmpty() || block.rows() > 0) && !isShort(line.text)) return block.add(line, "number");
    if (looksLikeRow(line.text)) return block.add(line, "odd");
    block.flush();
    settleTitle();
    const found = headingsOf(line.text);
    if (found && (found.delimiter !== " " || content === 1)) {
      headings = found;
      variant = variantIn(line.text);
      return;
    }
    title = { line, first: content === 1 };
    variant = variantIn(line.text);
    section = headsSolution(line.text) ? "solutions" : "puzzles";
  }

  /** Headers such as [Puzzle] and [State]. */
  function sectionOf(shown: string, { number, text }: Line): boolean {
    const name = /^\[([^\]"',{}[]*\p{L}[^\]"',{}[]*)\]$/u.exec(shown)?.[1];
    if (name === undefined || looksLikeGrid(name) || /^[nulo, ]+$/.test(name)) return false;
    block.flush();
    settleTitle();
    const isPuzzle = /puzzle|givens|grid/i.test(name) && !headsSolution(name);
    if (isPuzzle) sectioned = true;
    section = isPuzzle || (!sectioned && !NOT_PUZZLES.test(name)) ? "puzzles" : "other";
    variant = variantIn(name) ?? (section === "puzzles" ? undefined : variant);
    title = { line: { number, text }, first: true };
    return true;
  }

  const lines = createLines(takeLine, (number) =>
    malformed({ line: number, offset: 0, why: `The line has more than ${LONGEST_LINE} characters and was passed over.` }, ""),
  );
  return {
    push: (chunk: string): void => lines.push(chunk),
    end(): void {
      lines.end();
      const left = json ? json.rest() : quoted;
      json = null;
      quoted = [];
      for (const { number, text } of left) classify({ number, text }, false);
      block.flush();
      if (title && !any && !/^\s*\[/.test(title.line.text)) title = { ...title, first: false };
      settleTitle();
    },
  };
}

const NOT_PUZZLES = /state|solution|answer|candidate|pencil|mark|history|moves|log|setting|author|info|comment|note/i;

/** The marks of a quoted mail before a line. */
function unquotedMail(text: string): string {
  const quote = /^\s*(?:>[ ]?)+/.exec(text)?.[0];
  return quote === undefined ? text : " ".repeat(quote.length) + text.slice(quote.length);
}

/** A number that may be a row of a drawing with spaces for blanks. */
function isShort(text: string): boolean {
  return text.length <= 9 && text !== text.trim();
}

/** Whether a line is a comment: behind its # or // is nothing that was meant as a grid. */
function isComment(shown: string): boolean {
  return /^(#|\/\/)/.test(shown) && !hasGrid(shown);
}

function hasGrid(text: string): boolean {
  return text.split(/[\s,;|]+/).some(looksLikeGrid);
}

/** The line up to a # behind which is no data. */
function withoutComment(text: string): string {
  const at = text.indexOf("#", 1);
  return at > 0 && /[\s,;|"]/.test(text[at - 1] ?? "") && !hasGrid(text.slice(at)) && hasGrid(text.slice(0, at)) ? text.slice(0, at) : text;
}
