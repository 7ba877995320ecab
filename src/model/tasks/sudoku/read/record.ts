import { CELLS, digitsOf, type Puzzle } from "../grid";
import { extendsPuzzle, isValidGrid } from "../rules";
import { cellCount, type Fault, isProven, looksLikeGrid, marksOf, type Settled, settle } from "./cells";
import { DELIMITERS, type Delimiter, type Field, isSpaced, splitFields, wordsOf } from "./fields";
import type { Headings } from "./headings";
import { rowsInLine } from "./inline";
import { BLANK_WORDS, plainCells } from "./signs";
import { refusal, variantIn } from "./variants";

/** What one line of a list or a table holds. */
export type Row =
  | {
      readonly ok: true;
      readonly puzzle: Puzzle;
      readonly solution: Puzzle | null;
      readonly source: string | null;
      /** Whether the line holds nothing else. */
      readonly alone: boolean;
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly fault: Fault };

/** A column that was meant as a grid, and what it can be read as. */
interface Column {
  readonly field: Field;
  /** Which column it is, from 0. */
  readonly index: number;
  readonly settled: Settled;
}

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

/** A line without this one is a single column. */
const NO_DELIMITER: Delimiter = "|";

/** The two columns of most large files, read at once. */
function quickRow(text: string, headings: Headings | null): Row | null {
  if (headings && !(headings.puzzle === 0 && headings.solution === 1 && headings.columns === 2)) return null;
  const [, written, solution] = /^([1-9.0]{81})[,;\t]([1-9]{81})$/.exec(text) ?? [];
  const puzzle = written?.replaceAll("0", ".");
  if (puzzle === undefined || solution === undefined || isFull(puzzle)) return null;
  return { ok: true, puzzle, solution, source: null, alone: false, notes: [] };
}

interface Table {
  readonly fields: readonly Field[];
  readonly grids: readonly Column[];
}

/** The columns of a line, by the delimiter under which they look most like grids; null where none does. */
function columnsOf(text: string, line: number, headings: Headings | null): Table | null {
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
function settleField(field: Field, line: number): Settled {
  if (isSpaced(field.text)) return spaced(field.text);
  const marks = marksOf(field.text, line, field.offset);
  const settled = settle(marks);
  if (settled.ok || settled.fault.sign) return settled;
  const fault = { ...settled.fault, line, offset: field.offset };
  const short = isShortNumber(field.text) ? ` ${LOST_ZEROS}` : "";
  return { ok: false, fault: { ...fault, why: fault.why + short } };
}

function byHeadings({ fields, grids }: Table, line: number, headings: Headings): Row | null {
  const { puzzle, solution } = headings;
  if (puzzle === null) {
    const rest = grids.filter(({ index }) => index !== solution);
    if (grids.length === 0) return null;
    const answer = grids.find(({ index, settled }) => index === solution && settled.ok);
    if (rest.length === 0) return refuse("There is a solution here, but no column for the puzzle.", line, 0);
    return decide(answer ? [...rest, answer] : rest, line, false);
  }
  const field = fields[puzzle];
  if (!field || BLANK_WORDS.has(field.text.toLowerCase()) || field.text === "")
    return refuse(
      `The puzzle is missing: column ${puzzle + 1}, under the heading of the puzzle, is empty.`,
      line,
      field?.offset ?? 0,
    );
  const settled = settleField(field, line);
  const answerField = solution === null ? undefined : fields[solution];
  const answer = answerField ? settleField(answerField, line) : undefined;
  if (!settled.ok)
    return mended(field, settled.fault, answer, line) ?? numberRow(field, line) ?? { ok: false, fault: settled.fault };
  if (isFull(settled.cells)) return refuse(FULL, line, field.offset);
  if (answer && !answer.ok && answerField && looksLikeGrid(answerField.text))
    return refuse(`Its solution cannot be read. ${answer.fault.why}`, line, answer.fault.offset);
  return {
    ok: true,
    puzzle: settled.cells,
    solution: answer?.ok && isFull(answer.cells) ? answer.cells : (otherSolution(grids, puzzle, settled.cells) ?? null),
    source: null,
    alone: fields.length === 1,
    notes: settled.notes,
  };
}

/** A full grid in a column without a heading that solves the puzzle. */
function otherSolution(grids: readonly Column[], puzzle: number, cells: Puzzle): Puzzle | undefined {
  for (const { index, settled } of grids)
    if (index !== puzzle && settled.ok && isFull(settled.cells) && solves(settled.cells, cells)) return settled.cells;
  return undefined;
}

function byContent({ fields, grids }: Table, line: number): Row | null {
  if (grids.length > 0) return decide(grids, line, fields.length === 1);
  const rounded = fields.find(({ text }) => isRounded(text));
  return rounded ? numberRow(rounded, line) : null;
}

/** Which of the grids of a line is the puzzle. */
function decide(grids: readonly Column[], line: number, alone: boolean): Row {
  const full = grids.flatMap(({ field, settled }) =>
    settled.ok && isFull(settled.cells) ? [{ field, cells: settled.cells }] : [],
  );
  const open = grids.flatMap(({ field, settled }) =>
    settled.ok && !isFull(settled.cells) ? [{ field, settled }] : [],
  );
  const broken = grids.flatMap(({ field, settled }) => (settled.ok ? [] : [{ field, fault: settled.fault }]));
  const [bad] = broken;
  if (bad) {
    const [answer] = full;
    const proof: Settled | undefined = answer && { ok: true, cells: answer.cells, notes: [] };
    const whole = open.length === 0 && broken.length === 1 ? mended(bad.field, bad.fault, proof, line) : undefined;
    return whole ?? { ok: false, fault: bad.fault };
  }
  const [first, second] = open;
  const [answer] = full;
  if (first && second)
    return refuse(
      "Two columns could be the puzzle. Head the columns, e.g. puzzle,solution, to say which one is.",
      line,
      second.field.offset,
    );
  if (!first) {
    if (answer && alone) return { ok: true, puzzle: answer.cells, solution: null, source: null, alone, notes: [] };
    return refuse(FULL, line, answer?.field.offset ?? 0);
  }
  const { cells, notes } = first.settled;
  const solution = full.find((grid) => solves(grid.cells, cells)) ?? answer;
  if (solution && solution.field.offset < first.field.offset && !solves(solution.cells, cells))
    return refuse(
      "The full grid before the puzzle does not solve it. Head the columns, e.g. puzzle,solution.",
      line,
      solution.field.offset,
    );
  return { ok: true, puzzle: cells, solution: solution?.cells ?? null, source: null, alone, notes };
}

export const FULL = "All 81 cells are given: this is a solved grid, and no puzzle to solve.";

const LOST_ZEROS =
  "A spreadsheet may have taken it for a number and dropped its leading zeros: format the column as text and export it again.";

function isShortNumber(text: string): boolean {
  return /^[0-9]{40,80}$/.test(text) && text.includes("0");
}

/** A puzzle that a spreadsheet took for a number, with its zeros back where the solution of the row proves them. */
function mended(field: Field, fault: Fault, answer: Settled | undefined, line: number): Row | undefined {
  if (!isShortNumber(field.text) || fault.sign || !answer?.ok) return undefined;
  const puzzle = field.text.padStart(CELLS, "0").replaceAll("0", ".");
  // Were digits lost besides zeros, it would have more than one solution.
  if (!isFull(answer.cells) || !solves(answer.cells, puzzle) || !isProven(puzzle)) return undefined;
  const lost = CELLS - field.text.length;
  const note = `Line ${line}: ${lost} leading ${lost === 1 ? "zero" : "zeros"} that a spreadsheet had dropped ${lost === 1 ? "was" : "were"} put back; the row's solution proves it.`;
  return { ok: true, puzzle, solution: answer.cells, source: null, alone: false, notes: [note] };
}

function isRounded(text: string): boolean {
  return /^\d([.,]\d+)?E\+?\d{2}$/i.test(text);
}

function numberRow(field: Field, line: number): Row | null {
  if (!isRounded(field.text)) return null;
  const why = `"${field.text}" is a number that a spreadsheet has rounded: its digits are lost. Format the column as text in the source and export it again.`;
  return refuse(why, line, field.offset);
}

/** 81 columns of one cell each, or twice as many: the puzzle and its solution. */
function readSpread(text: string, line: number): Row | null {
  for (const delimiter of DELIMITERS) {
    const pieces = text.split(delimiter).length;
    if (pieces < CELLS || pieces > 2 * CELLS + 1) continue;
    const bare = withoutBrackets(text);
    const all = splitFields(bare, delimiter);
    const fields = all.length % CELLS === 1 && all.at(-1)?.text === "" ? all.slice(0, -1) : all;
    if (fields.length !== CELLS && fields.length !== 2 * CELLS) continue;
    const marks = fields.map((field) => cellMarks(field, line));
    if (marks.some((cell) => cell.length !== 1 || cell[0]?.cells.length !== 1)) continue;
    const grid = settle(marks.slice(0, CELLS).flat());
    if (!grid.ok) return { ok: false, fault: grid.fault };
    const answer = fields.length === CELLS ? undefined : settle(marks.slice(CELLS).flat());
    if (answer && !(answer.ok && isFull(answer.cells)))
      return refuse("Its solution cannot be read: columns 82 to 162 are no full grid.", line, 0);
    if (answer && isFull(grid.cells)) return refuse(FULL, line, 0);
    return {
      ok: true,
      puzzle: grid.cells,
      solution: answer?.ok ? answer.cells : null,
      source: null,
      alone: true,
      notes: grid.notes,
    };
  }
  return null;
}

/** A list in brackets, with spaces in place of those before it. */
function withoutBrackets(text: string): string {
  const lead = /^[\s[({]*/.exec(text)?.[0].length ?? 0;
  let end = text.length;
  while (end > lead && " \t])}".includes(text[end - 1] ?? "")) end--;
  return " ".repeat(lead) + text.slice(lead, end);
}

/** The one cell of a column: an empty column and a word such as "null" are blanks, and 5.0 is 5. */
export function cellMarks({ text, offset }: Field, line: number): ReturnType<typeof marksOf> {
  if (text.length > 20) return marksOf(text, line, offset);
  const bare = text.replace(/^[\s[({"']+|[\s\])}"'\\]+$|[\])}]+[;.,]$/g, "");
  const blank = bare === "" || BLANK_WORDS.has(bare.toLowerCase());
  if (blank) return [{ character: ".", meaning: "blank", cells: ".", line, offset }];
  return marksOf(bare.replace(/^(\d)\.0$/, "$1"), line, offset + text.indexOf(bare));
}

export function isFull(cells: Puzzle): boolean {
  return !cells.includes(".");
}

export function solves(solution: Puzzle, puzzle: Puzzle): boolean {
  const digits = digitsOf(solution);
  return isValidGrid(digits) && extendsPuzzle(digits, puzzle);
}

function refuse(why: string, line: number, offset: number): Row & { ok: false } {
  return { ok: false, fault: { line, offset, why } };
}
