import { CELLS, type Puzzle } from "../../grid";
import { CANDIDATES, cellCount, countOf, isProven, type Mark, settle, strayed, wrongCount } from "../line/cells";
import { isDashes, isRule, type Line, listsCandidates, rowMarks } from "../line/rows";
import { plainCells } from "../line/signs";
import { HOW_TO } from "../reading";
import type { Row } from "../row/row";

/**
 * Reads a puzzle drawn on several lines, blank ones among them. `runsOn` says that more rows follow without a gap, so that
 * nothing but its solution proves where the puzzle ends.
 */
export function readBlock(lines: readonly Line[], runsOn = false): Row {
  const drawn = lines.filter(({ text }) => text.trim() !== "" && !isRule(text));
  if (drawn.length >= 9 && drawn.every(({ text }) => listsCandidates(text))) return refuse(CANDIDATES, drawn[0]);
  const rows = withoutLabels(pickRows(withoutNumber(drawn))).map((line) => ({ line, marks: rowMarks(line) }));
  const width = ({ marks }: { marks: readonly Mark[] }): number =>
    marks.reduce((sum, { cells }) => sum + (cells.length || 1), 0);
  const marks = rows.flatMap((row) => row.marks);

  const spaced = (): Row | undefined => spacesAsBlanks(lines);
  const stray = marks.find(({ meaning }) => meaning === "stray");
  const uneven = rows.length === 9 ? rows.find((row) => width(row) !== 9) : undefined;
  const settled = settle(marks, rows.length);
  if (settled.ok && !uneven) {
    const gap = rows.length === 9 ? oddGap(rows.map((row) => row.line)) : undefined;
    if ((gap !== undefined || runsOn) && !isProven(settled.cells))
      return refuse(gap ? parted(gap) : RUNS_ON, rows[0]?.line);
    return { ok: true, puzzle: settled.cells, solution: null, source: null, alone: true, notes: settled.notes };
  }
  if (stray)
    return { ok: false, fault: { line: stray.line, offset: stray.offset, why: strayed(stray.character), sign: true } };
  const empty = rows.length === 8 ? withEmptyLine(lines) : undefined;
  const row = spaced() ?? empty;
  if (row) return row;
  if (uneven)
    return refuse(
      `Line ${uneven.line.number} has ${countOf(width(uneven))}; each of the 9 lines of a Sudoku has 9. ${HOW_TO}`,
      uneven.line,
    );
  if (!settled.ok) return { ok: false, fault: settled.fault };
  return refuse(wrongCount(cellCount(marks), rows.length), rows[0]?.line);
}

const RUNS_ON =
  "Rows follow one another without a gap, and the first nine of them have not exactly one solution. Separate the puzzles by empty lines.";

function parted(row: number): string {
  return `An empty line after row ${row} parts these nine rows, and they have not exactly one solution together. Remove the empty line if they are one puzzle.`;
}

/** Nine dashes are drawing between rows 3 and 4 and 6 and 7, or where there are nine rows without them; else blanks. */
function pickRows(lines: readonly Line[]): readonly Line[] {
  const withoutDashes = lines.filter(({ text }) => !isDashes(text));
  if (withoutDashes.length === 9) return withoutDashes;
  const between = ({ text }: Line, index: number): boolean => (index === 3 || index === 7) && isDashes(text);
  return lines.length === 11 ? lines.filter((line, index) => !between(line, index)) : lines;
}

/** A number above nine rows counts the puzzle. */
function withoutNumber(lines: readonly Line[]): readonly Line[] {
  const [first] = lines;
  return first && lines.length > 9 && isNumber(first.text) ? lines.slice(1) : lines;
}

/** Whether a line is only a number, as above the puzzles of a book. */
export function isNumber(text: string): boolean {
  return /^\s*[([#]?\d{1,6}[.):\]]*\s*$/.test(text);
}

/** Rows that begin with their own number or letter lose it, and a line of column numbers above them goes. */
function withoutLabels(lines: readonly Line[]): readonly Line[] {
  const rows = lines.length === 10 && isRuler(lines[0]?.text ?? "") ? lines.slice(1) : lines;
  if (rows.length !== 9) return lines;
  const bare = rows.map(({ number, text }, index) => {
    const label = new RegExp(
      `^\\s*(?:r(?:ow)?\\s*)?(?:${index + 1}|${index}|${"ABCDEFGHI"[index]})(?:[:.)]|\\s*[:|│])?\\s+`,
      "i",
    ).exec(text);
    return label ? { number, text: " ".repeat(label[0].length) + text.slice(label[0].length) } : null;
  });
  const whole = bare.flatMap((line) => (line && cellCount(rowMarks(line)) === 9 ? [line] : []));
  return whole.length === 9 ? whole : rows.length < lines.length ? lines : rows;
}

/** A line 1 2 3 4 5 6 7 8 9, or A to I, above the columns. */
function isRuler(text: string): boolean {
  const signs = text.replace(/[^\dA-Z]/gi, "").toUpperCase();
  return signs === "123456789" || signs === "ABCDEFGHI" || signs === "012345678";
}

/** The row after which a gap parts nine rows in a way that neither bands nor spaced-out rows do; undefined if none does. */
function oddGap(rows: readonly Line[]): number | undefined {
  const gaps = rows.slice(1).map(({ number }, index) => number - (rows[index]?.number ?? 0));
  const usual = Math.min(...gaps);
  const inBand = gaps.findIndex((gap, index) => index % 3 !== 2 && gap !== usual);
  if (inBand >= 0) return inBand + 1;
  return gaps[2] === gaps[5] ? undefined : (gaps[2] ?? 0) > (gaps[5] ?? 0) ? 3 : 6;
}

/** Eight rows of separated columns and one empty line among them: a spreadsheet's row without a value. */
function withEmptyLine(lines: readonly Line[]): Row | undefined {
  if (lines.length !== 9 || lines.some(({ text }) => text.trim() !== "" && !/[\t,;]/.test(text))) return undefined;
  const empty = lines.find(({ text }) => text.trim() === "");
  const filled = lines.map((line) => (line === empty ? { ...line, text: ".".repeat(9) } : line));
  const row = readBlock(filled);
  if (!row.ok || !empty) return undefined;
  return { ...row, notes: [...row.notes, `Line ${empty.number} is empty and was read as nine blanks.`] };
}

/** Digits and spaces only, nine lines of at most nine or one of 81: the spaces must be the blanks. */
function spacesAsBlanks(lines: readonly Line[]): Row | undefined {
  const rows = lines.filter(({ text }) => !isRule(text)).map(({ text }) => plainCells(text.replace(/[|│┃║]/g, "")));
  while (rows.length > 9 && rows[0]?.trim() === "") rows.shift();
  while (rows.length > 9 && rows.at(-1)?.trim() === "") rows.pop();
  const width = rows.length === 9 ? 9 : rows.length === 1 && rows[0]?.length === CELLS ? CELLS : 0;
  // Editors drop spaces at the ends of lines, so short lines are filled up.
  if (!rows.every((row) => /^[1-9 ]*$/.test(row) && row.length <= width)) return undefined;
  // Two bars with nothing in between are no box line.
  if (lines.some(({ text }) => text.includes("||"))) return undefined;
  const puzzle: Puzzle = rows.map((row) => row.padEnd(width, " ").replaceAll(" ", ".")).join("");
  return puzzle.length === CELLS
    ? { ok: true, puzzle, solution: null, source: null, alone: true, notes: [] }
    : undefined;
}

function refuse(why: string, line: Line | undefined): Row & { ok: false } {
  return { ok: false, fault: { line: line?.number ?? 1, offset: 0, why } };
}
