import type { Context } from "../context";
import { marksOf, strayed } from "../line/cells";
import { isRule, type Line } from "../line/rows";
import type { Output } from "../output";
import { readBlock } from "./block";
import { createBlock } from "./blockLines";

export type Drawings = ReturnType<typeof createDrawings>;

/** The drawings of a text, each with the title above it. */
export function createDrawings(context: Context, output: Output) {
  /** The last line of words, which may be the title of a drawing. */
  let title: { line: Line; first: boolean } | null = null;
  const block = createBlock(takeBlock);

  function takeBlock(lines: readonly Line[], runsOn: boolean): void {
    const first = lines.find(({ text }) => text.trim() !== "");
    if (!first || context.section() === "other") return;
    const row = readBlock(lines, runsOn);
    const source = title?.line.text.trim().slice(0, 80) ?? null;
    title = null;
    const drawn = lines.filter(({ text }) => text.trim() !== "" && !isRule(text)).length;
    if (!row.ok) output.malformed(row.fault, lines.find(({ number }) => number === row.fault.line)?.text);
    else output.takeGrid({ ...row, source }, first, drawn === 1 ? "line" : "grid");
  }

  /** A line of words is a title where a drawing follows it, or headings where it is the first; else it is no puzzle. */
  function settleTitle(): void {
    if (title && !title.first) {
      const { number, text } = title.line;
      const stray = marksOf(text, number).find(({ meaning }) => meaning === "stray");
      output.malformed(
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

  return {
    ...block,
    /** Keeps a line of words as the title of the drawing that may follow. */
    entitle(line: Line, first: boolean): void {
      title = { line, first };
    },
    /** The line of dashes below the headings of a table in Markdown, which may have been taken for a row. */
    isTableRule({ number, text }: Line): boolean {
      if (!/^\s*\|?(\s*:?-+:?\s*\|)+(\s*:?-+:?\s*)?$/.test(text) || text.split("|").length < 9) return false;
      return (/-{2}/.test(text) && block.rows() === 1) || (block.isEmpty() && title?.line.number === number - 1);
    },
    /** Ends the drawing where something else begins. */
    end(): void {
      block.flush();
      settleTitle();
    },
    /** Ends the drawing where XML begins: the words above it are its title. */
    endUntitled(): void {
      block.flush();
      title = null;
    },
    /** Ends the text. Where nothing was found in it, its first words are no title either. */
    finish(): void {
      block.flush();
      if (title && output.isEmpty() && !/^\s*\[/.test(title.line.text)) title = { ...title, first: false };
      settleTitle();
    },
  };
}
