import { CELLS } from "../../grid";
import { CANDIDATES, looksLikeGrid, marksOf, type Settled, settle } from "../line/cells";
import { BLANK_WORDS } from "../line/signs";
import { readFPuzzlesBoard } from "../link/fPuzzles";
import { readSudokuPadBoard } from "../link/sudokuPad";
import { roleOf } from "../row/headings";
import type { Row } from "../row/row";
import { FULL, isFull, solves } from "../solved";
import { refusal, variantIn } from "../variants";

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
type Entries = { readonly [key: string]: Value };

const MAX_DEPTH = 12;

/** The puzzles in a JSON value: a text of 81 cells, lists of cells or rows, objects with a puzzle and a solution, lists of all these. */
export function readJson(value: unknown, line: number, depth = 0): Row[] {
  const json = value as Value;
  if (depth > MAX_DEPTH) return [];
  if (isGrid(json)) return [alone(settleValue(json, line))];
  if (Array.isArray(json)) return readPair(json, line) ?? json.flatMap((item) => readJson(item, line, depth + 1));
  return typeof json === "object" && json !== null ? readObject(json as Entries, line, depth) : [];
}

/** A row of a table in JSON: a puzzle and its solution, in either order, beside an id and the like; null for another list. */
function readPair(list: readonly Value[], line: number): Row[] | null {
  const grids = list.filter(isGrid).map((item) => settleValue(item, line));
  if (grids.length !== 2 || list.length > MOST_COLUMNS) return null;
  const full = grids.filter((grid) => grid.ok && isFull(grid.cells));
  const [answer] = full;
  const other = grids.find((grid) => grid !== answer);
  if (full.length !== 1 || !answer?.ok || !other) return null;
  if (!other.ok) return [{ ok: false, fault: other.fault }];
  if (!solves(answer.cells, other.cells)) return [fault("The full grid beside the puzzle does not solve it.", line)];
  return [{ ok: true, puzzle: other.cells, solution: answer.cells, source: null, alone: true, notes: other.notes }];
}

const MOST_COLUMNS = 8;

function alone(settled: Settled): Row {
  if (!settled.ok) return { ok: false, fault: settled.fault };
  return { ok: true, puzzle: settled.cells, solution: null, source: null, alone: true, notes: settled.notes };
}

function readObject(object: Entries, line: number, depth: number): Row[] {
  const board = boardOf(object, line);
  if (board) return [board];
  const entries = Object.entries(object);
  const of = (role: string) => entries.filter(([key]) => roleOf(key) === role).map(([, item]) => item);
  const puzzles = of("puzzle");
  const solutions = of("solution");
  const grids = entries.filter(([key, item]) => roleOf(key) !== "solution" && isGrid(item)).map(([, item]) => item);
  const written =
    puzzles.find((item) => isGrid(item) || !isContainer(item)) ?? (grids.length === 1 ? grids[0] : undefined);
  if (written === undefined) {
    // Of two grids without a name the full one solves the other, or both are left alone.
    const pair = grids.length > 1 ? readPair(grids, line) : null;
    if (pair) return pair;
    // A solution beside no puzzle is never taken for one.
    if (solutions.some(isGrid)) return [fault("There is a solution here, but no puzzle that can be read.", line)];
    const rows = entries.every(([, item]) => isRow(item)) ? readRows(entries, line) : null;
    return (
      rows ??
      entries
        .flatMap(([key, item]) => (roleOf(key) === "solution" ? [] : readJson(item, line, depth + 1)))
        .map((row) => (row.ok && isFull(row.puzzle) ? fault(FULL, line) : row))
    );
  }
  const variant = entries
    .map(([key, item]) => (typeof item === "string" && item.length < 60 ? variantIn(`${key} ${item}`) : undefined))
    .find(Boolean);
  if (variant) return [fault(refusal(variant), line)];
  const settled = settleValue(written, line);
  if (!settled.ok) return [{ ok: false, fault: settled.fault }];
  const answer = solutions.map((item) => settleValue(item, line)).find(({ ok }) => ok);
  const full = answer?.ok && isFull(answer.cells) ? answer.cells : null;
  if (isFull(settled.cells)) return [fault(FULL, line)];
  const named = of("source").find((item) => typeof item === "string" || typeof item === "number");
  const source = named === undefined || named === null ? null : String(named).slice(0, 80);
  const notes = full !== null && !solves(full, settled.cells) ? [] : settled.notes;
  return [{ ok: true, puzzle: settled.cells, solution: full, source, alone: entries.length === 1, notes }];
}

/** Nine rows under names of their own, such as A to I, in their order; null for other entries. */
function readRows(entries: readonly (readonly [string, Value])[], line: number): Row[] | null {
  if (entries.length !== 9) return null;
  const sorted = entries.toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
  const settled = settleValue(
    sorted.map(([, row]) => row),
    line,
  );
  return settled.ok && isFull(settled.cells) ? [fault(FULL, line)] : [alone(settled)];
}

/** The boards that f-puzzles and SudokuPad write, also outside of links. */
function boardOf(object: Entries, line: number): Row | undefined {
  const isBoard = (rows: Value | undefined): boolean =>
    Array.isArray(rows) &&
    rows.length > 0 &&
    rows.every((row) => Array.isArray(row) && row.some((cell) => typeof cell === "object" && cell !== null));
  const result = isBoard(object.grid)
    ? readFPuzzlesBoard(object)
    : isBoard(object.cells ?? object.ce)
      ? readSudokuPadBoard(object)
      : undefined;
  if (!result) return undefined;
  if (!result.ok) return fault(result.message, line);
  return { ok: true, puzzle: result.puzzle, solution: null, source: null, alone: true, notes: result.notes };
}

function isContainer(value: Value): boolean {
  return typeof value === "object" && value !== null;
}

/** Whether a value was meant as one grid: a long text of cells, a list of many cells, or a list of several rows of several. */
function isGrid(value: Value | undefined): boolean {
  if (typeof value === "string") return looksLikeGrid(value);
  if (!Array.isArray(value)) return false;
  if (value.length >= 30 && value.every(isCell)) return true;
  return value.length >= 4 && value.length <= 25 && value.every(isRow);
}

function isRow(value: Value): boolean {
  if (typeof value === "string")
    return value.length >= 4 && value.length <= 25 && marksOf(value, 1).every(({ meaning }) => meaning !== "stray");
  return (
    Array.isArray(value) &&
    value.length >= 4 &&
    value.length <= 25 &&
    value.every((cell) => isCell(cell) || isCandidates(cell))
  );
}

function isCell(value: Value): boolean {
  if (value === null || value === false || typeof value === "number") return true;
  return typeof value === "string" && [...value].length <= 2;
}

function isCandidates(value: Value): boolean {
  return Array.isArray(value) && value.every((digit) => typeof digit === "number" || typeof digit === "string");
}

function settleValue(value: Value, line: number): Settled {
  if (typeof value === "string")
    return settle(marksOf(gridWithin(value), line).map((mark) => ({ ...mark, offset: 0 })));
  if (!Array.isArray(value)) return broken(`The puzzle is ${shown(value)}, not a text of 81 cells or nine rows.`, line);
  const rows = value.every(isCell) ? 1 : value.length;
  const cells = value.flatMap((row: Value) => (typeof row === "string" && row.length > 2 ? [...row] : row)) as Value[];
  if (cells.some(isCandidates)) return broken(CANDIDATES, line);
  const out = cells.find((cell) => typeof cell === "number" && !(Number.isInteger(cell) && cell >= -1 && cell <= 9));
  if (out !== undefined) return broken(`${shown(out)} is no cell: 1 to 9 are digits, 0 and null are blanks.`, line);
  if (rows > 1 && cells.length === CELLS && rows !== 9)
    return broken(`The puzzle has ${rows} rows, a Sudoku has 9.`, line);
  return settle(
    marksOf(cells.map(cellText).join(""), line).map((mark) => ({ ...mark, offset: 0 })),
    rows,
  );
}

/** The one grid among the words of a sentence; a text without one as it is. */
function gridWithin(text: string): string {
  const [grid, ...more] = text.split(/\s+/).filter((word) => word.length >= CELLS && looksLikeGrid(word));
  return grid !== undefined && more.length === 0 ? grid : text;
}

function cellText(cell: Value): string {
  const text = cell === null || cell === false || cell === -1 ? "." : String(cell).trim();
  return text === "" || BLANK_WORDS.has(text.toLowerCase()) ? "." : text;
}

function shown(value: Value): string {
  return value === null ? "null" : isContainer(value) ? "an object" : JSON.stringify(value).slice(0, 40);
}

function broken(why: string, line: number): Settled {
  return { ok: false, fault: { line, offset: 0, why } };
}

function fault(why: string, line: number): Row & { ok: false } {
  return { ok: false, fault: { line, offset: 0, why } };
}
