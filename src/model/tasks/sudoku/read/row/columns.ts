import { cellCount, isProven, looksLikeGrid, marksOf, type Settled, settle } from "../line/cells";
import { plainCells } from "../line/signs";
import { DELIMITERS, type Delimiter, type Field, isSpaced, splitFields, wordsOf } from "./fields";
import type { Headings } from "./headings";
import { isShortNumber, LOST_ZEROS } from "./spreadsheetNumbers";

/** A column that was meant as a grid, and what it can be read as. */
export interface Column {
  readonly field: Field;
  /** Which column it is, from 0. */
  readonly index: number;
  readonly settled: Settled;
}

/** The columns of a line, and those among them that were meant as grids. */
export interface Table {
  readonly fields: readonly Field[];
  readonly grids: readonly Column[];
}

/** A line without this one is a single column. */
const NO_DELIMITER: Delimiter = "|";

/** The columns of a line, by the delimiter under which they look most like grids; null where none does. */
export function columnsOf(text: string, line: number, headings: Headings | null): Table | null {
  const first =
    headings && (headings.delimiter === " " || text.includes(headings.delimiter)) ? [headings.delimiter] : [];
  const used = [...first, ...DELIMITERS.filter((delimiter) => text.includes(delimiter) && !first.includes(delimiter))];
  const tables = (used.length > 0 ? used : [NO_DELIMITER]).map((delimiter) => tableOf(text, line, delimiter));
  if (headings && first.length > 0) return tables[0] ?? null;
  const readable = ({ grids }: Table): number => grids.filter(({ settled }) => settled.ok).length;
  const best = tables.reduce((a, b) => (readable(b) > readable(a) ? b : a));
  return best.grids.length > 0 || headings ? best : null;
}

function tableOf(text: string, line: number, delimiter: Delimiter): Table {
  const fields = splitFields(text, delimiter);
  const grids = fields.flatMap((field, index) => gridsIn(field, index, line));
  // A line without other delimiters has its words for columns.
  return { fields: fields.length === 1 && !isSpaced(text) ? wordsOf(fields[0] as Field) : fields, grids };
}

/** What was meant as a grid in a column: all of it, or the words of it that look like one. */
function gridsIn(field: Field, index: number, line: number): Column[] {
  const settled = (part: Field): Column => ({ field: part, index, settled: settleField(part, line) });
  const words = wordsOf(field);
  if (isSpaced(field.text)) return [{ field, index, settled: spaced(field.text) }];
  if (words.length === 1) return looksLikeGrid(field.text) ? [settled(field)] : [];
  if (isOneGrid(field, words, line)) return [settled(field)];
  const grids = words.filter(({ text }) => looksLikeGrid(text));
  if (grids.length > 0) return grids.map(settled);
  return looksLikeGrid(field.text) ? [settled(field)] : [];
}

/** Words that together make 81 cells are one grid if they are evenly long, or if its only solution proves it. */
function isOneGrid(field: Field, words: readonly Field[], line: number): boolean {
  const all = settle(marksOf(field.text, line, field.offset));
  if (!all.ok) return false;
  const lengths = new Set(words.map((word) => cellCount(marksOf(word.text, line))));
  lengths.delete(0);
  return lengths.size === 1 || isProven(all.cells);
}

function spaced(text: string): Settled {
  return { ok: true, cells: plainCells(text).replaceAll(" ", "."), notes: [] };
}

/** A grid in a column of its own; an empty text has no cells. */
export function settleField(field: Field, line: number): Settled {
  if (isSpaced(field.text)) return spaced(field.text);
  const marks = marksOf(field.text, line, field.offset);
  const settled = settle(marks);
  if (settled.ok || settled.fault.sign) return settled;
  const fault = { ...settled.fault, line, offset: field.offset };
  const short = isShortNumber(field.text) ? ` ${LOST_ZEROS}` : "";
  return { ok: false, fault: { ...fault, why: fault.why + short } };
}
