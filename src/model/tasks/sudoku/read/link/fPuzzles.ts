import { boxOf, CELLS, puzzleOf } from "../../grid";
import { decompress } from "../bytes/decompress";
import { asList, asObject, type Json, parseRelaxedJson } from "../json/relaxedJson";
import { CLASSIC_ONLY, type ParseResult, parsed, refused } from "../reading";
import { otherRules } from "../variants";

/** Reads the compressed data of an f-puzzles link (what follows ?load=). */
export function parseFPuzzles(data: string): ParseResult {
  const text = decompress(data);
  const board = text === undefined ? undefined : asObject(parseRelaxedJson(text));
  return board ? readFPuzzlesBoard(board) : refused(DAMAGED);
}

const DAMAGED =
  "The puzzle in the f-puzzles link is damaged, cut off or too long. Copy the whole link and paste it again.";

/** Reads the JSON that f-puzzles writes. Rules beyond the classic ones are refused by name. */
export function readFPuzzlesBoard(json: object): ParseResult {
  const board = json as { [key: string]: Json };
  const rows = asList(board.grid)?.map((row) => asList(row) ?? []);
  if (!rows) return refused(DAMAGED);
  if (rows.length !== 9 || rows.some((row) => row.length !== 9)) {
    return refused(`The f-puzzles link holds a ${sizeOf(rows)} grid. ${CLASSIC_ONLY}`);
  }

  const cells = rows.flat().map(asObject);
  const notes: string[] = [];
  const marked = cells.some((cell) => cell?.given === true);
  const digits = cells.map((cell) => (cell && (cell.given === true || !marked) ? digitOf(cell.value) : 0));
  if (!marked && digits.some((digit) => digit > 0)) {
    notes.push("No digit in the link is marked as a given, so all its digits were taken.");
  }
  const further = Object.keys(board).flatMap((key) => (isUsed(board[key]) ? (constraintName(key) ?? []) : []));
  if (hasOwnRegions(cells)) further.push("irregular regions");
  const rules = further.filter((name) => name !== DRAWINGS);
  if (rules.length > 0) return refused(otherRules("f-puzzles puzzle", rules));
  if (further.length > 0) notes.push("Ignored: drawings. Only the givens were taken, as a classic 9×9 Sudoku.");
  return parsed(puzzleOf(digits), "f-puzzles", notes);
}

/** A JSON value as a digit 1-9, and 0 when it is none. */
export function digitOf(value: Json | undefined): number {
  return /^[1-9]$/.test(String(value)) ? Number(value) : 0;
}

/** The size of a grid in words, such as "6×6". */
export function sizeOf(rows: Json[][]): string {
  const widths = new Set(rows.map((row) => row.length));
  return widths.size === 1 ? `${rows.length}×${rows[0]?.length ?? 0}` : "uneven";
}

const NOT_RULES = new Set(
  "size grid title author ruleset solution successMessage msgcorrect highlightConflicts disabledlogic activeConstraints truecandidatesoptions truecandidates".split(
    " ",
  ),
);

const DRAWINGS = "drawings";

const CONSTRAINT_NAMES: { [key: string]: string | undefined } = {
  arrow: "arrows",
  betweenline: "between lines",
  cage: "cages",
  circle: DRAWINGS,
  "diagonal+": "diagonals",
  "diagonal-": "diagonals",
  difference: "dots",
  disjointgroups: "disjoint groups",
  even: "even cells",
  extraregion: "extra regions",
  killercage: "killer cages",
  line: DRAWINGS,
  littlekillersum: "little killer sums",
  nonconsecutive: "a non-consecutive rule",
  antiking: "an anti-king rule",
  antiknight: "an anti-knight rule",
  odd: "odd cells",
  ratio: "dots",
  rectangle: DRAWINGS,
  sandwichsum: "sandwich sums",
  text: DRAWINGS,
  thermometer: "thermometers",
};

function constraintName(key: string): string | undefined {
  if (NOT_RULES.has(key)) return undefined;
  return (Object.hasOwn(CONSTRAINT_NAMES, key) ? CONSTRAINT_NAMES[key] : undefined) ?? key.slice(0, 30);
}

/** Empty lists and switches that are off stand for nothing. */
function isUsed(value: Json | undefined): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== false && value !== null && value !== undefined;
}

function hasOwnRegions(cells: (ReturnType<typeof asObject> | undefined)[]): boolean {
  for (let cell = 0; cell < CELLS; cell++) {
    const region = cells[cell]?.region;
    if (region !== undefined && region !== boxOf(cell)) return true;
  }
  return false;
}
