import { CELLS } from "./grid";
import { CLASSIC_ONLY, type ParseResult, parsed, refused } from "./parseResult";

/** Reads a puzzle written as one line of 81 cells, or as a grid of nine lines (see parsePuzzle). */
export function parseText(text: string): ParseResult {
  const lines = contentLines(text);
  const single = wholeLine(lines);
  if (single) return single;

  const drawn = lines.filter(({ text }) => text.trim() !== "" && !isRule(text));
  const stray = firstStray(drawn);
  if (stray) return refused(stray);

  const rows = pickRows(drawn).map(({ number, text }) => ({ number, cells: cellsOf(text) }));
  const cells = rows.map((row) => row.cells).join("");
  const uneven = rows.length === 9 ? rows.find((row) => row.cells.length !== 9) : undefined;
  if (cells.length === CELLS && !uneven) return parsed(cells, rows.length === 1 ? "line" : "grid");

  const spaced = spacesAsBlanks(lines);
  if (spaced) return parsed(spaced, lines.length === 1 ? "line" : "grid");
  if (uneven) {
    return refused(
      `Line ${uneven.number} has ${cellsIn(uneven.cells.length)}; each of the 9 lines of a Sudoku has 9. ${HOW_TO}`,
    );
  }
  return refused(wrongCount(cells.length, rows.length));
}

interface Line {
  /** Counted from 1 in the text as pasted. */
  number: number;
  text: string;
}

const HOW_TO = "Write 1 to 9 for a digit and . or 0 for a blank.";
const BLANKS = ".0*_-·";
const SEPARATORS = " |,;:\t\u00a0│┃║[](){}\"'";
const CELL = /[1-9.0*_\-·]/;

/** All lines but comments and headers; with a [Puzzle] header, only those of its section. */
function contentLines(text: string): Line[] {
  const all = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, text: line }));
  const isHeader = ({ text }: Line): boolean => /^\s*\[[^\]]*[a-z][^\]]*\]\s*$/i.test(text);
  const puzzleHeader = all.findIndex((line) => isHeader(line) && /puzzle/i.test(line.text));
  const section = all.slice(puzzleHeader + 1);
  const nextHeader = puzzleHeader < 0 ? -1 : section.findIndex(isHeader);
  const lines = (nextHeader < 0 ? section : section.slice(0, nextHeader)).filter(
    (line) => !isHeader(line) && !line.text.trimStart().startsWith("#"),
  );
  while (lines.at(-1)?.text === "") lines.pop();
  return lines;
}

/** The first line with a field of exactly 81 cells, as in a list of puzzles or a CSV file. */
function wholeLine(lines: Line[]): ParseResult | undefined {
  const found = lines.flatMap(({ text }) => {
    const fields = text.split(/[\s,;|"]+/);
    const field = fields.find((candidate) => candidate.length === CELLS && [...candidate].every((c) => CELL.test(c)));
    return field ? [{ field, alone: fields.filter((candidate) => candidate !== "").length === 1 }] : [];
  });
  const [first] = found;
  if (!first) return undefined;
  const notes: string[] = [];
  if (found.length > 1) notes.push(`The text holds ${found.length} puzzles; the first was taken.`);
  if (!first.alone) notes.push("Only the field with the puzzle was read; the rest of its line was ignored.");
  return parsed(plain(first.field), "line", notes);
}

/**
 * Whether a line is surely drawing: lines with + or =, or dashes that cannot be a row of nine blanks.
 * Nine dashes are left for `pickRows` to decide.
 */
function isRule(text: string): boolean {
  const signs = text.replace(/[\s|:'│┃║]/g, "");
  if (!/^[-+=*.─━═┼╋╬├┤┌┐└┘┬┴╔╗╚╝╠╣╦╩╪╫┠┨┯┷┿]+$/.test(signs) || !/[-=─━═]/.test(signs)) return false;
  return /[^-*.]/.test(signs) || (signs.includes("---") && signs.length !== 9);
}

/** Nine dashes are drawing between rows 3 and 4 and 6 and 7, or where there are nine rows without them; else blanks. */
function pickRows(lines: Line[]): Line[] {
  const isDashes = ({ text }: Line): boolean => text.includes("---") && /^[-*]{9}$/.test(text.replace(/[\s|:']/g, ""));
  const withoutDashes = lines.filter((line) => !isDashes(line));
  if (withoutDashes.length === 9) return withoutDashes;
  const between = (line: Line, index: number): boolean => (index === 3 || index === 7) && isDashes(line);
  return lines.length === 11 ? lines.filter((line, index) => !between(line, index)) : lines;
}

/** The cells of a line. Between commas, semicolons, tabs or bars that make 9 or 81 fields, an empty field is a blank. */
function cellsOf(text: string): string {
  for (const separator of [",", ";", "\t", "|"]) {
    const fields = text.split(separator).map((field) => field.trim());
    // A table has bars around each row too.
    const inner = separator === "|" && fields.length > 9 ? fields.slice(1, -1) : fields;
    if ((inner.length === 9 || inner.length === CELLS) && inner.every((field) => field.length <= 1)) {
      return inner.map((field) => plain(field === "" ? "." : field)).join("");
    }
  }
  return plain([...text].filter((character) => !SEPARATORS.includes(character)).join(""));
}

/** Digits and spaces only, nine lines of at most nine or one of 81: the spaces must be the blanks. */
function spacesAsBlanks(lines: Line[]): string | undefined {
  const rows = lines.filter(({ text }) => !isRule(text)).map(({ text }) => text.replaceAll("|", ""));
  while (rows.length > 9 && rows[0]?.trim() === "") rows.shift();
  const width = rows.length === 9 ? 9 : rows.length === 1 && rows[0]?.length === CELLS ? CELLS : 0;
  // Editors drop spaces at the ends of lines, so short lines are filled up.
  if (!rows.every((row) => /^[1-9 ]*$/.test(row) && row.length <= width)) return undefined;
  // Two bars with nothing in between are no box line.
  if (lines.some(({ text }) => text.includes("||"))) return undefined;
  return rows.map((row) => plain(row.padEnd(width, " "))).join("");
}

function plain(cells: string): string {
  return [...cells].map((cell) => (cell === " " || BLANKS.includes(cell) ? "." : cell)).join("");
}

/** Names the first character that is neither a cell nor a separator. */
function firstStray(lines: Line[]): string | undefined {
  for (const { number, text } of lines) {
    const characters = [...text];
    const at = characters.findIndex((character) => !CELL.test(character) && !SEPARATORS.includes(character));
    if (at < 0) continue;
    const shown = JSON.stringify(characters[at]);
    return `Line ${number}, character ${at + 1}: ${shown} is neither a digit nor a blank. ${HOW_TO}`;
  }
  return undefined;
}

function wrongCount(cells: number, rows: number): string {
  const side = Math.sqrt(cells);
  if ([4, 6, 8, 10, 12, 16, 25].includes(side) && (rows === 1 || rows === side)) {
    return `Found ${cells} cells, which is a ${side}×${side} grid. ${CLASSIC_ONLY}`;
  }
  const off = Math.abs(CELLS - cells);
  const counted = off === 1 ? "one character is" : `${off} characters are`;
  return `Found ${cellsIn(cells)}, a Sudoku has 81: ${counted} ${cells < CELLS ? "missing" : "too many"}. ${HOW_TO}`;
}

function cellsIn(count: number): string {
  return count === 1 ? "1 cell" : `${count} cells`;
}
