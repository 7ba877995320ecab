import { readBlock } from "./block";
import { createBlock } from "./blockLines";
import { createBrokenLink } from "./brokenLink";
import { type Fault, looksLikeGrid, marksOf, strayed } from "./cells";
import { isOpenQuoted } from "./fields";
import { type Headings, headingsOf, headsSolution, roleOf } from "./headings";
import { addressesIn, htmlLines, isOpenRow } from "./html";
import { rowsInLine } from "./inline";
import { readJson } from "./json";
import { createJson } from "./jsonLines";
import { createLines, LONGEST_LINE } from "./lines";
import { linksIn, parseLink } from "./link";
import type { Found, ParseResult, PuzzleFormat } from "./reading";
import { FULL, isFull, type Row, readRow } from "./record";
import { isRule, isWholeRow, type Line } from "./rows";
import {
  hasGrid,
  isComment,
  isEmptyRow,
  isNested,
  kindOf,
  openingOf,
  unquotedMail,
  withoutComment,
  withoutLinks,
} from "./shape";
import { asciiDelimiters, visible, withoutColours } from "./signs";
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
  /** The line on which the JSON began, where something stood before it. */
  let assigned: Line | null = null;
  let quoted: Line[] = [];
  /** A row of an HTML table that goes on below. */
  let markup: { number: number; text: string } | null = null;
  /** A link that could not be read and may go on below, with what to say of it if it does not. */
  let held: { fault: Fault; text: string } | null = null;
  const brokenLink = createBrokenLink();
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
    if (!row.ok) malformed(row.fault, line.text);
    else if (variant === undefined) puzzle(row, line.number, format);
    else malformed({ line: line.number, offset: 0, why: refusal(variant) }, line.text);
  }

  function takeBlock(lines: readonly Line[], runsOn: boolean): void {
    const first = lines.find(({ text }) => text.trim() !== "");
    if (!first || section === "other") return;
    const row = readBlock(lines, runsOn);
    const source = title?.line.text.trim().slice(0, 80) ?? null;
    title = null;
    const drawn = lines.filter(({ text }) => text.trim() !== "" && !isRule(text)).length;
    if (!row.ok) malformed(row.fault, lines.find(({ number }) => number === row.fault.line)?.text);
    else takeGrid({ ...row, source }, first, drawn === 1 ? "line" : "grid");
  }

  /** A grid below "Solution" solves a puzzle and is none. */
  function takeGrid(row: Row, line: Line, format: PuzzleFormat): void {
    if (section !== "solutions" || !row.ok) take(row, line, format);
    else if (!isFull(row.puzzle)) malformed({ line: line.number, offset: 0, why: NO_SOLUTION }, line.text);
  }

  /** A line of words is a title where a drawing follows it, or headings where it is the first; else it is no puzzle. */
  function settleTitle(): void {
    if (title && !title.first) {
      const { number, text } = title.line;
      const stray = marksOf(text, number).find(({ meaning }) => meaning === "stray");
      malformed(
        {
          line: number,
          offset: stray?.offset ?? 0,
          why: strayed(stray?.character ?? text.trim()[0] ?? " "),
          sign: true,
        },
        text,
      );
    }
    title = null;
  }

  function takeLine(line: Line): void {
    if (held) joinLink(held, line);
    else if (json) feedJson(line);
    else if (quoted.length > 0) feedQuoted(line);
    else if (isOpenQuoted(line.text) && !isXml(line.text)) quoted = [line];
    else classify(line);
  }

  /** A quote that is not closed on its line goes on below, as in a spreadsheet cell of several lines. */
  function feedQuoted(line: Line): void {
    quoted.push(line);
    const quotes = quoted.reduce((sum, { text }) => sum + text.split('"').length - 1, 0);
    const closed = quotes % 2 === 0;
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
    if (fed.kind !== "values" || fed.over) json = null;
    if (fed.kind === "large") malformed({ line: fed.line, offset: 0, why: LARGE_JSON }, "");
    else if (fed.kind === "none")
      for (const { number, text } of fed.lines)
        classify(assigned?.number === number ? assigned : { number, text }, false);
    else for (const { line: number, value } of fed.values) takeJson(value, { number, text: line.text });
  }

  function takeJson(value: unknown, line: Line): void {
    // In a list of texts a full grid is the solution of another, or nothing to solve.
    const rows = readJson(value, line.number).map((row): Row => {
      const isSolved = typeof value === "string" && row.ok && isFull(row.puzzle);
      return isSolved ? { ok: false, fault: { line: line.number, offset: 0, why: FULL } } : row;
    });
    // A bare number or word is no value of JSON that anybody wrote as a puzzle.
    if (rows.length === 0) malformed({ line: line.number, offset: 0, why: "This JSON value holds no puzzle." }, "");
    for (const row of rows) take(row, line, typeof value === "object" && !Array.isArray(value) ? "json" : "line");
  }

  function classify(raw: Line, mayBeJson = true): void {
    const text = asciiDelimiters(unquotedMail(withoutColours(raw.text)));
    const line = { number: raw.number, text };
    const shown = visible(text).trim();
    if (shown === "") {
      block.add(line, isEmptyRow(text) ? "row" : "empty");
      return;
    }
    if (takesSection(shown, line) || section === "other" || isComment(shown)) return;
    content++;
    const before = mayBeJson ? openingOf(shown) : null;
    if (before !== null && (isNested(text) || !isWholeRow(line))) {
      endDrawing();
      json = createJson();
      assigned = before === "" ? null : line;
      feedJson({ number: line.number, text: shown.slice(before.length) });
    } else if (markup || isXml(text)) takeXml(line);
    else if (isTableRule(line)) block.clear();
    else takeText(line);
  }

  /** The line of dashes below the headings of a table in Markdown, which may have been taken for a row. */
  function isTableRule({ number, text }: Line): boolean {
    if (!/^\s*\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?\s*)?$/.test(text) || text.split("|").length < 9) return false;
    return (/-{2}/.test(text) && block.rows() === 1) || (block.isEmpty() && title?.line.number === number - 1);
  }

  function takeText(line: Line): void {
    const links = linksIn(line.text);
    if (renewsHeadings(line)) return;
    const row = isRule(line.text)
      ? null
      : readRow(withoutComment(withoutLinks(line.text, links)), line.number, headings);
    if (row) {
      endDrawing();
      takeGrid(row.ok && links.length > 0 ? { ...row, alone: false } : row, line, "line");
    } else if (links.length > 0) takeLinks(links, line);
    else takeRest(line);
  }

  /** Files that were put one behind the other bring their own headings. */
  function renewsHeadings({ text }: Line): boolean {
    const found = headings && !/\d{5}/.test(text) ? headingsOf(text) : null;
    if (!found || found.delimiter === " " || found.columns !== headings?.columns) return false;
    endDrawing();
    headings = found;
    return true;
  }

  /** A link that could not be read is tried together with the lines below it, one after the other. */
  function joinLink(broken: NonNullable<typeof held>, line: Line): void {
    const joined = brokenLink.add(line);
    if (joined.kind === "released") release(broken, joined.lines);
    else if (joined.kind === "read") {
      held = null;
      takeResult(joined.result, broken.fault.line);
    }
  }

  function release(broken: NonNullable<typeof held>, lines: readonly Line[]): void {
    held = null;
    malformed(broken.fault, broken.text);
    for (const line of lines) takeLine(line);
  }

  function takeResult({ puzzle: cells, format, notes }: ParseResult & { ok: true }, line: number): void {
    puzzle({ ok: true, puzzle: cells, solution: null, source: null, alone: true, notes }, line, format);
  }

  function endDrawing(): void {
    block.flush();
    settleTitle();
  }

  function takeLinks(links: readonly { link: string; offset: number }[], line: Line): void {
    endDrawing();
    for (const { link, offset } of links) {
      const result = parseLink(link);
      const fault = { line: line.number, offset, why: result.ok ? "" : result.message };
      if (result.ok) takeResult(result, line.number);
      else if (links.length === 1 && brokenLink.mayGoOn(link, line.text)) {
        held = { fault, text: line.text };
        brokenLink.begin(link);
      } else malformed(fault, line.text);
    }
  }

  function takeXml({ number, text }: Line): void {
    const line = { number, text: markup ? `${markup.text} ${text.trim()}` : text };
    markup = isOpenRow(line.text) && line.text.length < LONGEST_MARKUP ? line : null;
    if (markup) return;
    const rows = readXml(line.text, number);
    if (rows.length > 0) {
      block.flush();
      title = null;
      for (const row of rows) take(row, line, "xml");
    } else takeHtml(line);
  }

  /** Of a page only what looks like a puzzle or leads to one: its words are nobody's puzzle. */
  function takeHtml({ number, text }: Line): void {
    const name = /<([\w:-]+)/.exec(text)?.[1] ?? "";
    if (headsSolution(name)) section = "solutions";
    else if (roleOf(name) === "puzzle") section = "puzzles";
    const links = addressesIn(text).filter(({ link }) => linksIn(link).length > 0);
    for (const address of links) if (parseLink(address.link).ok) takeLinks([address], { number, text });
    for (const shown of htmlLines(text)) {
      const line = { number, text: shown };
      const heads = shown.length < LONGEST_HEADING && !hasGrid(shown) && !/\d/.test(shown) ? roleOf(shown) : null;
      if (heads === "solution" || heads === "puzzle") {
        endDrawing();
        section = heads === "solution" ? "solutions" : "puzzles";
      } else if (isEmptyRow(shown)) block.add(line, "row");
      else if (hasGrid(shown) || rowsInLine(shown, number) || (/\d/.test(shown) && isWholeRow(line))) takeText(line);
    }
  }

  /** Rows of a drawing, rules between them, titles, headings and other words. */
  function takeRest(line: Line): void {
    const kind = kindOf(line, block);
    if (kind) {
      block.add(line, kind);
      return;
    }
    endDrawing();
    variant = variantIn(line.text);
    section = headsSolution(line.text) ? "solutions" : "puzzles";
    const found = headingsOf(line.text);
    if (found && (found.delimiter !== " " || content === 1)) {
      headings = found;
      section = "puzzles";
    } else title = { line, first: content === 1 };
  }

  /** Headers such as [Puzzle] and [State]. */
  function takesSection(shown: string, { number, text }: Line): boolean {
    const name = /^\[([^\]"',{}[]*\p{L}[^\]"',{}[]*)\]$/u.exec(shown)?.[1];
    if (name === undefined || looksLikeGrid(name) || /^[nulo, ]+$/.test(name)) return false;
    endDrawing();
    const isPuzzle = /puzzle|givens|grid/i.test(name) && !headsSolution(name);
    if (isPuzzle) sectioned = true;
    section = isPuzzle || (!sectioned && !NOT_PUZZLES.test(name)) ? "puzzles" : "other";
    variant = variantIn(name) ?? (section === "puzzles" ? undefined : variant);
    title = { line: { number, text }, first: true };
    return true;
  }

  const lines = createLines(takeLine, (number) => malformed({ line: number, offset: 0, why: LONG_LINE }, ""));
  return {
    push: (chunk: string): void => lines.push(chunk),
    end(): void {
      lines.end();
      // The lines kept with one broken link may hold another.
      while (held) release(held, brokenLink.rest());
      if (markup) takeHtml(markup);
      markup = null;
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

/** More than a row of nine cells takes, however it is styled. */
const LONGEST_MARKUP = 20_000;

const LONGEST_HEADING = 60;

const NOT_PUZZLES = /state|solution|answer|candidate|pencil|mark|history|moves|log|setting|author|info|comment|note/i;

const LARGE_JSON = "This JSON value has more than 16 million characters. Write JSON lines: one object per line.";
const LONG_LINE = `The line has more than ${LONGEST_LINE} characters and was passed over.`;
const NO_SOLUTION = "Headed as a solution, but not a full grid.";
