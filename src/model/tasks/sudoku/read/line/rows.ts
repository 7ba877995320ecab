import { cellMarks } from "../row/cellColumns";
import { splitFields } from "../row/fields";
import { cellCount, type Mark, marksOf } from "./cells";
import { signOf } from "./signs";

/** One line of a drawing. */
export interface Line {
  /** Counted from 1 in the text. */
  readonly number: number;
  readonly text: string;
}

/**
 * Whether a line is surely drawing: lines with + or =, or dashes that cannot be a row of nine blanks.
 * Nine dashes are left for the block to decide.
 */
export function isRule(text: string): boolean {
  const signs = text.replace(/[\s|:'│┃║¦]/g, "");
  if (/^[\u2500-\u257f+\-—–=_~]+$/.test(signs) && /[\u2500\u2501\u2550]|[—–_~=]{10}/.test(signs)) return true;
  if (/^([*:#])\1{9,29}$/.test(signs) || /^[\u23af▀▁▂▃▄▔█‡+]{4,}$/.test(signs)) return true;
  if (!/^[-+=*.~_─━═…┼╋╬├┤┌┐└┘┬┴╔╗╚╝╠╣╦╩╪╫┠┨┯┷┿⎯‡]+$/.test(signs) || !/[-=~_─━═⎯]/.test(signs)) return false;
  // An empty grid may be written as 81 dashes.
  if (signs.length === 81 && /^[-*.]+$/.test(signs)) return false;
  return /[^-*.~_]/.test(signs) || (signs.includes("---") && signs.length !== 9);
}

/** Whether a line is nine dashes, which may be a row of blanks or drawing. */
export function isDashes(text: string): boolean {
  return text.includes("---") && /^[-*]{9}$/.test(text.replace(/[\s|:']/g, ""));
}

/**
 * The cells of a line, without a comment behind them. Between commas, semicolons, tabs or bars that make nine fields, an
 * empty field is a blank.
 */
export function rowMarks({ text: written, number }: Line): Mark[] {
  const text = written.replace(/(?<=["'`])\s*[+.\\]+\s*$/, "");
  const fields = fieldMarks(text, number);
  if (fields) return fields;
  const marks = marksOf(text, number);
  if (isRow(marks) || text.length > LONGEST_ROW) return marks;
  for (const match of text.matchAll(COMMENT)) {
    const before = text.slice(0, match.index);
    const short = fieldMarks(before, number) ?? marksOf(before, number);
    if (isRow(short)) return short;
  }
  return marks;
}

/** A row with a comment is no longer than this. */
const LONGEST_ROW = 300;

/** Where a comment may begin. */
const COMMENT =
  /#|\/\/|\s[-–—]+\s+(?=\p{L})|\s(?=\p{L}\p{L})|\s*[(<{[\]!;/%]|[;,]\s*(?=\p{L}\p{L})|\s(?=["“']?\p{L}\p{L})/gu;

function isRow(marks: readonly Mark[]): boolean {
  return cellCount(marks) === 9 && marks.every(({ meaning }) => meaning !== "stray");
}

function fieldMarks(drawn: string, line: number): Mark[] | null {
  const text = withoutOpening(drawn.replace(/[│┃║]/g, "|"));
  const numbers = numberMarks(text, line);
  if (numbers) return numbers;
  for (const separator of [",", ";", "\t", "|", "&"] as const) {
    const count = text.split(separator).length;
    if (count < 9 || count > MOST_FIELDS) continue;
    const delimiter = separator === "&" ? "|" : separator;
    const fields = splitFields(text.replaceAll(separator, delimiter), delimiter);
    // A table has bars around each row too, and some exporters end each row with a separator.
    const inner = fields.length === 11 && separator === "|" ? fields.slice(1, -1) : withoutTail(fields);
    if (inner.length !== 9) continue;
    const cells = inner.map((field) => cellMarks(field, line));
    if (cells.every((cell) => cell.length === 1 && cell[0]?.cells.length === 1)) return cells.flat();
  }
  return null;
}

/** A spreadsheet with other columns beside the grid ends its rows in more separators. */
const MOST_FIELDS = 40;

function withoutTail<T extends { text: string }>(fields: readonly T[]): readonly T[] {
  return fields.slice(9).every(({ text }) => text === "" || /^[\])};,]+\.?$/.test(text)) ? fields.slice(0, 9) : fields;
}

/** What a program writes before the first row, such as "board = np.array([[", replaced by spaces. */
function withoutOpening(text: string): string {
  const row = text.slice(0, LONGEST_ROW);
  const last = Math.max(row.lastIndexOf("["), row.lastIndexOf("("), row.lastIndexOf("{"));
  const before = row.slice(0, last).replace(/\[\d*\]/g, "");
  const opens = /\p{L}/u.test(before) ? !/[\d,"]/.test(before) : /^\s*[,;]\s*$/.test(before);
  return last >= 0 && opens ? " ".repeat(last + 1) + text.slice(last + 1) : text;
}

/** Nine numbers with spaces between them, of a program that keeps cells as fractions: "5.0 3.0 nan". */
function numberMarks(text: string, line: number): Mark[] | null {
  if (text.length > LONGEST_ROW || !/\d\.|\bna/i.test(text)) return null;
  const words = [...text.matchAll(/[^\s[\](),]+/g)];
  if (words.length !== 9 || !words.every(([word]) => /^([0-9](?:\.0*)?|nan?|<na>|none|null)$/i.test(word))) return null;
  return words.flatMap(({ 0: word, index }) => marksOf(/^[1-9]/.test(word) ? (word[0] ?? "") : ".", line, index));
}

/** Whether a line is a row of nine cells, as good as certainly. */
export function isWholeRow(line: Line): boolean {
  return !isDashes(line.text) && isRow(rowMarks(line));
}

/** Whether a line was meant as a row of a drawing: mostly cells. */
export function looksLikeRow(text: string): boolean {
  let cells = 0;
  let signs = 0;
  const strays = new Set<string>();
  for (const character of text) {
    const sign = signOf(character);
    if (sign.meaning === "separator" || sign.meaning === "invisible") continue;
    signs++;
    cells += sign.cells.length;
    if (sign.meaning === "stray") strays.add(character);
  }
  // One unknown sign in every cell without a digit may be meant as the blank.
  if (signs === 9 && strays.size === 1) return true;
  if (signs === 0) return /[|│┃║]/.test(text);
  return cells >= signs || (cells >= 5 && cells >= 0.6 * signs);
}

/** Whether a row lists candidates: nine groups of digits, some of several. */
export function listsCandidates(text: string): boolean {
  const groups = text.split(/[\s|│┃║,;:]+/).filter((group) => group !== "");
  if (groups.length !== 9 || !groups.every((group) => /^[-+*({[]*[1-9.0]{1,9}[\])}]*$/.test(group))) return false;
  const sizes = groups.map((group) => group.replace(/[^\d.]/g, "").length);
  return new Set(sizes).size > 1;
}
