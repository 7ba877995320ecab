import { CELLS } from "../../grid";
import { marksOf, type Settled, settle } from "./cells";
import { signOf } from "./signs";

/**
 * Nine rows on one line with the same signs between each two, e.g. "53..7..../6..195.../…" or with \\n or <br> for line
 * breaks; null for anything else.
 */
export function rowsInLine(line: string, number: number): Settled | null {
  const lead = /^[\s"'`([{]*/.exec(line)?.[0].length ?? 0;
  const signs = [...line.slice(lead).replace(/[\s"'`)\]};,]+$/, "")];
  const gap = (signs.length - CELLS) / 8;
  if (!Number.isInteger(gap) || gap < 1 || gap > LONGEST_GAP) return null;
  const at = (row: number): number => row * (9 + gap);
  const rows = Array.from({ length: 9 }, (_, row) => signs.slice(at(row), at(row) + 9));
  const between = Array.from({ length: 8 }, (_, row) => signs.slice(at(row) + 9, at(row + 1)).join(""));
  const cells = new Set(rows.flat());
  // What is between rows is no cell: else 89 dots would be an empty grid.
  if (new Set(between).size > 1 || [...(between[0] ?? "")].some((sign) => cells.has(sign) || isDigit(sign)))
    return null;
  if (![...cells].every((sign) => signOf(sign).cells.length === 1)) return null;
  let offset = lead;
  return settle(
    rows.flatMap((row, i) => {
      const marks = marksOf(row.join(""), number, offset);
      offset += row.join("").length + (between[i]?.length ?? 0);
      return marks;
    }),
  );
}

const LONGEST_GAP = 8;

function isDigit(sign: string): boolean {
  return signOf(sign).meaning === "digit";
}
