import { createContext, sectionNameIn } from "./context";
import { createDrawings } from "./drawing/drawings";
import { createJsonInText } from "./json/jsonInText";
import { createLines, LONGEST_LINE } from "./line/lines";
import { createQuotedLines } from "./line/quotedLines";
import { isRule, isWholeRow, type Line } from "./line/rows";
import {
  isComment,
  isEmptyRow,
  isNested,
  kindOf,
  openingOf,
  unquotedMail,
  withoutComment,
  withoutLinks,
} from "./line/shape";
import { asciiDelimiters, visible, withoutColours } from "./line/signs";
import { linksIn } from "./link/link";
import { createLinkLines } from "./link/linkLines";
import { createMarkupLines } from "./markup/markupLines";
import { isXml } from "./markup/xml";
import { createOutput } from "./output";
import type { Found } from "./reading";
import { isOpenQuoted } from "./row/fields";
import { readRow } from "./row/record";

/**
 * The one reader of puzzles. Takes a text chunk by chunk and hands out what it finds, as soon as it is found: puzzles in
 * lists, tables, drawings, books, links, JSON and XML, and the faults in between. It never throws and never guesses: what
 * cannot be read is named.
 */
export function createReader(emit: (found: Found) => void) {
  let content = 0;
  const context = createContext();
  const output = createOutput(emit, context);
  const drawings = createDrawings(context, output);
  const quoted = createQuotedLines();
  const json = createJsonInText(output, (line) => classify(line, false));
  const links = createLinkLines(output, drawings, takeLine);
  const markup = createMarkupLines({ context, output, drawings, links, takeText });

  function takeLine(line: Line): void {
    if (links.isOpen()) links.add(line);
    else if (json.isOpen()) json.add(line);
    else if (quoted.isOpen()) for (const one of quoted.add(line)) classify(one);
    else if (isOpenQuoted(line.text) && !isXml(line.text)) quoted.begin(line);
    else classify(line);
  }

  function classify(raw: Line, mayBeJson = true): void {
    const text = asciiDelimiters(unquotedMail(withoutColours(raw.text)));
    const line = { number: raw.number, text };
    const shown = visible(text).trim();
    if (shown === "") {
      drawings.add(line, isEmptyRow(text) ? "row" : "empty");
      return;
    }
    if (takesSection(shown, line) || context.section() === "other" || isComment(shown)) return;
    content++;
    const before = mayBeJson ? openingOf(shown) : null;
    if (before !== null && (isNested(text) || !isWholeRow(line))) {
      drawings.end();
      json.begin(line, before, shown);
    } else if (markup.isOpen() || isXml(text)) markup.add(line);
    else if (drawings.isTableRule(line)) drawings.clear();
    else takeText(line);
  }

  /** Headers such as [Puzzle] and [State]. */
  function takesSection(shown: string, line: Line): boolean {
    const name = sectionNameIn(shown);
    if (name === undefined) return false;
    drawings.end();
    context.enterNamed(name);
    drawings.entitle(line, true);
    return true;
  }

  function takeText(line: Line): void {
    const found = linksIn(line.text);
    if (context.renewsHeadings(line.text)) {
      drawings.end();
      return;
    }
    const row = isRule(line.text)
      ? null
      : readRow(withoutComment(withoutLinks(line.text, found)), line.number, context.headings());
    if (row) {
      drawings.end();
      output.takeGrid(row.ok && found.length > 0 ? { ...row, alone: false } : row, line, "line");
    } else if (found.length > 0) links.take(found, line);
    else takeRest(line);
  }

  /** Rows of a drawing, rules between them, titles, headings and other words. */
  function takeRest(line: Line): void {
    const kind = kindOf(line, drawings);
    if (kind) {
      drawings.add(line, kind);
      return;
    }
    drawings.end();
    const first = content === 1;
    if (!context.takeWords(line.text, first)) drawings.entitle(line, first);
  }

  const lines = createLines(takeLine, (number) => output.malformed({ line: number, offset: 0, why: LONG_LINE }, ""));
  return {
    push: (chunk: string): void => lines.push(chunk),
    end(): void {
      lines.end();
      links.end();
      markup.end();
      for (const { number, text } of [...json.end(), ...quoted.end()]) classify({ number, text }, false);
      drawings.finish();
    },
  };
}

const LONG_LINE = `The line has more than ${LONGEST_LINE} characters and was passed over.`;
