import { rowsInLine } from "../line/inline";
import { isFull } from "../solved";
import { refusal, variantIn } from "../variants";
import { readSpread } from "./cellColumns";
import { columnsOf } from "./columns";
import type { Headings } from "./headings";
import { byContent, byHeadings } from "./puzzleColumn";
import { type Row, refuse } from "./row";

/**
 * Reads a line that holds a puzzle by itself, perhaps beside other columns; null where nothing in it was meant as a grid of
 * 81 cells. Headings decide which column is the puzzle. Without them it is the one grid with blanks. A column that cannot
 * be read is a fault: another is never taken in its place.
 */
export function readRow(text: string, line: number, headings: Headings | null): Row | null {
  if (!headings && /^[1-9.0]{81}$/.test(text))
    return { ok: true, puzzle: text.replaceAll("0", "."), solution: null, source: null, alone: true, notes: [] };
  const quick = quickRow(text, headings);
  if (quick) return quick;
  const rows = rowsInLine(text, line);
  if (rows)
    return rows.ok ? { ...NOTHING_BESIDE, puzzle: rows.cells, notes: rows.notes } : { ok: false, fault: rows.fault };
  const cellPerColumn = readSpread(text, line);
  if (cellPerColumn) return cellPerColumn;
  const table = columnsOf(text, line, headings);
  if (!table) return null;
  // Below words without a delimiter a line may as well belong to a drawing.
  if (headings?.delimiter === " " && table.grids.length === 0) return null;
  const row =
    headings && (headings.puzzle ?? headings.solution) !== null
      ? byHeadings(table, line, headings)
      : byContent(table, line);
  if (!row?.ok) return row;
  const variant = table.fields
    .filter(({ text }) => text.length < 60)
    .map(({ text }) => variantIn(text))
    .find(Boolean);
  if (variant) return refuse(refusal(variant), line, 0);
  const named = headings?.source !== null && headings !== null ? table.fields[headings.source]?.text : undefined;
  return { ...row, source: named || row.source };
}

const NOTHING_BESIDE = { ok: true, solution: null, source: null, alone: true } as const;

/** The two columns of most large files, read at once. */
function quickRow(text: string, headings: Headings | null): Row | null {
  if (headings && !(headings.puzzle === 0 && headings.solution === 1 && headings.columns === 2)) return null;
  const [, written, solution] = /^([1-9.0]{81})[,;\t]([1-9]{81})$/.exec(text) ?? [];
  const puzzle = written?.replaceAll("0", ".");
  if (puzzle === undefined || solution === undefined || isFull(puzzle)) return null;
  return { ok: true, puzzle, solution, source: null, alone: false, notes: [] };
}
