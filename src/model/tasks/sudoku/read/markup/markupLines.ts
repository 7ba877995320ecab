import type { Context } from "../context";
import type { Drawings } from "../drawing/drawings";
import { rowsInLine } from "../line/inline";
import { isWholeRow, type Line } from "../line/rows";
import { hasGrid, isEmptyRow } from "../line/shape";
import { linksIn, parseLink } from "../link/link";
import type { LinkLines } from "../link/linkLines";
import type { Output } from "../output";
import { headsSolution, roleOf } from "../row/headings";
import { addressesIn, htmlLines, isOpenRow } from "./html";
import { readXml } from "./xml";

/** Where what markup holds goes to. */
interface Targets {
  readonly context: Context;
  readonly output: Output;
  readonly drawings: Drawings;
  readonly links: LinkLines;
  readonly takeText: (line: Line) => void;
}

/** Lines of XML and HTML, where a row of an HTML table may go on below. */
export function createMarkupLines({ context, output, drawings, links, takeText }: Targets) {
  /** A row of an HTML table that goes on below. */
  let markup: { number: number; text: string } | null = null;

  /** Of a page only what looks like a puzzle or leads to one: its words are nobody's puzzle. */
  function takeHtml({ number, text }: Line): void {
    const name = /<([\w:-]+)/.exec(text)?.[1] ?? "";
    if (headsSolution(name)) context.enter("solutions");
    else if (roleOf(name) === "puzzle") context.enter("puzzles");
    const addresses = addressesIn(text).filter(({ link }) => linksIn(link).length > 0);
    for (const address of addresses) if (parseLink(address.link).ok) links.take([address], { number, text });
    for (const shown of htmlLines(text)) {
      const line = { number, text: shown };
      const heads = shown.length < LONGEST_HEADING && !hasGrid(shown) && !/\d/.test(shown) ? roleOf(shown) : null;
      if (heads === "solution" || heads === "puzzle") {
        drawings.end();
        context.enter(heads === "solution" ? "solutions" : "puzzles");
      } else if (isEmptyRow(shown)) drawings.add(line, "row");
      else if (hasGrid(shown) || rowsInLine(shown, number) || (/\d/.test(shown) && isWholeRow(line))) takeText(line);
    }
  }

  return {
    isOpen: (): boolean => markup !== null,
    add({ number, text }: Line): void {
      const line = { number, text: markup ? `${markup.text} ${text.trim()}` : text };
      markup = isOpenRow(line.text) && line.text.length < LONGEST_MARKUP ? line : null;
      if (markup) return;
      const rows = readXml(line.text, number);
      if (rows.length > 0) {
        drawings.endUntitled();
        for (const row of rows) output.take(row, line, "xml");
      } else takeHtml(line);
    },
    end(): void {
      if (markup) takeHtml(markup);
      markup = null;
    },
  };
}

/** More than a row of nine cells takes, however it is styled. */
const LONGEST_MARKUP = 20_000;

const LONGEST_HEADING = 60;
