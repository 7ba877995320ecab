import { CELLS, type Puzzle } from "../../grid";
import { solve } from "../../solve";
import { CLASSIC_ONLY, HOW_TO } from "../reading";
import { nameOf } from "./names";
import { type Meaning, signOf } from "./signs";

/** A sign that counts as one cell or several, or that has no meaning in a puzzle, and its place. */
export interface Mark {
  readonly character: string;
  readonly meaning: Exclude<Meaning, "separator" | "invisible">;
  readonly cells: string;
  readonly line: number;
  /** In UTF-16 units from the start of its line. */
  readonly offset: number;
}

export interface Fault {
  readonly line: number;
  readonly offset: number;
  readonly why: string;
  readonly sign?: boolean;
}

export type Settled =
  | { readonly ok: true; readonly cells: Puzzle; readonly notes: readonly string[] }
  | { readonly ok: false; readonly fault: Fault };

/** All marks of a text that starts at `offset` of its line. */
export function marksOf(text: string, line: number, offset = 0): Mark[] {
  const marks: Mark[] = [];
  let at = offset;
  for (const character of text) {
    const { meaning, cells } = signOf(character);
    if (meaning !== "separator" && meaning !== "invisible") marks.push({ character, meaning, cells, line, offset: at });
    at += character.length;
  }
  return marks;
}

export function cellCount(marks: readonly Mark[]): number {
  return marks.reduce((sum, { cells }) => sum + cells.length, 0);
}

/** Whether a text was meant as a grid, however broken: thirty cells at least, and little else. */
export function looksLikeGrid(text: string): boolean {
  if (text.length < 30 || isHash(text)) return false;
  const strays = new Map<string, number>();
  let cells = 0;
  let digits = 0;
  let signs = 0;
  for (const character of text) {
    const sign = signOf(character);
    if (sign.meaning === "separator" || sign.meaning === "invisible") continue;
    signs++;
    if (sign.meaning === "stray") strays.set(character, (strays.get(character) ?? 0) + 1);
    else cells += sign.cells.length;
    if (sign.meaning === "digit") digits++;
  }
  // One unknown sign over and over may be meant as the blank.
  const filler = digits >= 8 && signs <= 100 ? Math.max(0, ...strays.values()) : 0;
  return cells + filler >= 30 && cells + filler >= 0.8 * signs;
}

/** Checksums of 32, 40 or 64 hexadecimal characters have letters a to f among their digits. */
function isHash(text: string): boolean {
  return /^([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text) && /[a-f]/i.test(text);
}

/** The 81 cells that the marks make, or what is wrong with them. `rows` is the number of lines that they were written on. */
export function settle(marks: readonly Mark[], rows = 1): Settled {
  const [first] = marks;
  const refuse = (why: string, mark = first, sign = false): Settled => ({
    ok: false,
    fault: { line: mark?.line ?? 1, offset: mark?.offset ?? 0, why, ...(sign && { sign }) },
  });
  const filler = fillerOf(marks);
  if (filler !== null) {
    const cells = marks.map((mark) => (mark.meaning === "stray" ? "." : mark.cells)).join("");
    return { ok: true, cells, notes: [`Every ${nameOf(filler)} was read as a blank.`] };
  }
  const stray = marks.find(({ meaning }) => meaning === "stray");
  if (stray) return refuse(strayed(stray.character), stray, true);
  const cells = marks.map((mark) => mark.cells).join("");
  if (cells.length !== CELLS) return refuse(wrongCount(cells.length, rows));
  const odd = oddBlank(marks);
  if (odd) return refuse(strayed(odd.character), odd, true);
  return { ok: true, cells, notes: [] };
}

/** Whether the cells have exactly one solution: what proves that a doubtful reading is the right one. */
export function isProven(puzzle: Puzzle): boolean {
  return solve(puzzle, { maxNodes: 2000 }).kind === "unique";
}

export function strayed(character: string): string {
  return `${nameOf(character)} is neither a digit nor a blank. ${HOW_TO}`;
}

export const CANDIDATES =
  "These are candidates (pencil marks: up to nine digits for each cell), not givens. Paste the givens alone, as 81 characters.";

export function wrongCount(cells: number, rows: number): string {
  if (cells === 729) return CANDIDATES;
  const side = Math.sqrt(cells);
  if ([4, 6, 8, 10, 12, 16, 25].includes(side) && (rows === 1 || rows === side)) {
    return `Found ${cells} cells, which is a ${side}×${side} grid. ${CLASSIC_ONLY}`;
  }
  const off = Math.abs(CELLS - cells);
  const counted = off === 1 ? "one character is" : `${off} characters are`;
  return `Found ${countOf(cells)}, a Sudoku has 81: ${counted} ${cells < CELLS ? "missing" : "too many"}. ${HOW_TO}`;
}

export function countOf(cells: number): string {
  return cells === 1 ? "1 cell" : `${cells} cells`;
}

/** The one unknown sign that fills up every cell without a digit, or null. */
function fillerOf(marks: readonly Mark[]): string | null {
  if (marks.length !== CELLS) return null;
  const others = marks.filter(({ meaning }) => meaning !== "digit");
  const [first] = others;
  if (first?.meaning !== "stray" || others.length < 10) return null;
  return others.every(({ character }) => character === first.character) ? first.character : null;
}

/** A loose blank beside another sign for a blank: the rarer of the two. */
function oddBlank(marks: readonly Mark[]): Mark | undefined {
  const blanks = marks.filter(({ meaning }) => meaning === "blank" || meaning === "loose");
  if (!blanks.some(({ meaning }) => meaning === "loose")) return undefined;
  const counts = new Map<string, number>();
  for (const { character } of blanks) counts.set(character, (counts.get(character) ?? 0) + 1);
  if (counts.size === 1) return undefined;
  const count = (mark: Mark): number => counts.get(mark.character) ?? 0;
  return blanks.reduce((odd, mark) => (count(mark) < count(odd) ? mark : odd));
}
