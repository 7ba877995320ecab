import type { Line } from "./rows";

/** A table cell with line breaks in it is kept for this many lines at most. */
const MOST_QUOTED_LINES = 40;

/** Joins the lines of a quote that is not closed on its first, as in a spreadsheet cell of several lines. */
export function createQuotedLines() {
  let quoted: Line[] = [];

  return {
    isOpen: (): boolean => quoted.length > 0,
    begin(line: Line): void {
      quoted = [line];
    },
    /** The one line that the quote made, or its lines as they were where it does not end; none while it goes on. */
    add(line: Line): readonly Line[] {
      quoted.push(line);
      const quotes = quoted.reduce((sum, { text }) => sum + text.split('"').length - 1, 0);
      const closed = quotes % 2 === 0;
      if (!closed && quoted.length < MOST_QUOTED_LINES) return [];
      const lines = quoted;
      quoted = [];
      const [first] = lines;
      if (!closed || !first) return lines;
      return [{ number: first.number, text: lines.map(({ text }) => text).join(" ") }];
    },
    /** Hands back the lines of a quote that the text ended in. */
    end(): readonly Line[] {
      const lines = quoted;
      quoted = [];
      return lines;
    },
  };
}
