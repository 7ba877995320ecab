import { boxOf, CELLS, isPuzzle, puzzleOf } from "../../grid";
import { decompress } from "../bytes/decompress";
import { asList, asObject, type Json, parseRelaxedJson } from "../json/relaxedJson";
import { CLASSIC_ONLY, type ParseResult, parsed, refused } from "../reading";
import { otherRules } from "../variants";
import { digitOf, parseFPuzzles, sizeOf } from "./fPuzzles";

/** Reads the puzzle id of a SudokuPad link, which holds the puzzle itself unless it is short. */
export function parseSudokuPad(id: string): ParseResult {
  const [, prefix, data = ""] = /^(scl|ctc|fpuzzles|fpuz|classic|scf)?(.*)$/s.exec(id) ?? [];
  if (prefix === "fpuz" || prefix === "fpuzzles") {
    // "fpuzzles" and eight or so characters name a puzzle on a server, as a short id does.
    const result = data.length > MAX_SERVER_ID ? parseFPuzzles(data) : refused(ON_A_SERVER);
    return result.ok ? { ...result, format: "sudokupad" } : result;
  }
  if (prefix === "classic" || prefix === "scf") return parsePacked(data);
  if (prefix === undefined && data.length <= MAX_SERVER_ID) return refused(ON_A_SERVER);

  const text = decompress(data);
  const board = text === undefined ? undefined : asObject(parseRelaxedJson(text));
  if (board && typeof board.p === "string") return parsePacked(board.p);
  return board ? readSudokuPadBoard(board) : refused(DAMAGED);
}

/** Reads the JSON that SudokuPad writes. Rules beyond the classic ones are refused by name. */
export function readSudokuPadBoard(json: object): ParseResult {
  const board = json as { [key: string]: Json };
  const rows = asList(board.ce ?? board.cells)?.map((row) => asList(row) ?? []);
  if (!rows) return refused(DAMAGED);
  if (rows.length !== 9 || rows.some((row) => row.length !== 9)) {
    return refused(`The SudokuPad link holds a ${sizeOf(rows)} grid. ${CLASSIC_ONLY}`);
  }
  const digits = rows.flat().map((cell) => digitOf(asObject(cell)?.v ?? asObject(cell)?.value));
  const rules = extras(board);
  if (rules.length > 0) return refused(otherRules(PUZZLE, rules));
  const fog = isFilled(board.foglight) ? ["The fog was left out: all givens were taken."] : [];
  return parsed(puzzleOf(digits), "sudokupad", fog);
}

const PUZZLE = "SudokuPad puzzle";

// The longest id of a puzzle kept on SudokuPad's server.
const MAX_SERVER_ID = 60;

const ON_A_SERVER =
  "This link names a puzzle on SudokuPad's server and does not hold the puzzle itself. Open it there and type its " +
  "givens in here, or paste a long link (the id starts with scl, ctc or fpuz).";

const DAMAGED =
  "The puzzle in the SudokuPad link is damaged, cut off or too long. Copy the whole link and paste it again.";

/** SudokuPad's two short codes for a classic grid, read as it does: the second wherever it gives 81 cells. */
function parsePacked(data: string): ParseResult {
  const [cells = "", rules = ""] = data.split(/\*(.*)/s);
  const puzzle = [unpackRuns(cells), unpackLetters(cells)].find(isPuzzle);
  if (puzzle === undefined) return refused(DAMAGED);
  const further = [/^x/.test(rules) ? "diagonals" : [], /^x?w/.test(rules) ? "extra regions" : []].flat();
  return further.length > 0 ? refused(otherRules(PUZZLE, further)) : parsed(puzzle, "sudokupad");
}

/** One character for a digit (or blank) and the 0 to 5 blanks after it: its value is digit + 10 × blanks. */
function unpackRuns(data: string): string {
  const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwx";
  const values = [...data.slice(0, CELLS)].map((character) => alphabet.indexOf(character));
  if (values.includes(-1)) return "";
  return values.map((value) => (value % 10 || ".") + ".".repeat(value / 10)).join("");
}

/** Digits as they are, and for a run of blanks the letter of its length: A is 0, Z 25, a 26. */
function unpackLetters(data: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz()[]-.~:@!$&'*,;=_";
  const parts = [...data.slice(0, CELLS)].map((character) =>
    /[1-9]/.test(character) ? character : ".".repeat(Math.max(0, alphabet.indexOf(character))),
  );
  return parts.join("");
}

/** What the board holds besides givens in a regular grid; drawings are rules as often as not. Names are short in compressed links and long otherwise. */
function extras(board: { [key: string]: Json }): string[] {
  const names: string[] = [];
  // A cage without cells is how titles and rules are stored.
  const cages = (asList(board.ca ?? board.cages) ?? []).map(asObject);
  if (cages.some((cage) => (asList(cage?.ce ?? cage?.cells)?.length ?? 0) > 0)) names.push("cages");
  if (isFilled(board.a ?? board.arrows)) names.push("arrows");
  if (isFilled(board.l ?? board.lines)) names.push("lines");
  if ([board.o, board.overlays, board.u, board.underlays].some(isFilled)) names.push("drawings");
  const flags = [board, asObject(board.metadata) ?? {}];
  for (const [key, name] of Object.entries(FLAGS)) if (flags.some((where) => where[key] === true)) names.push(name);
  if (hasOwnRegions(board.re ?? board.regions)) names.push("irregular regions");
  return names;
}

const FLAGS = {
  "diagonal+": "diagonals",
  "diagonal-": "diagonals",
  antiking: "an anti-king rule",
  antiknight: "an anti-knight rule",
  nonconsecutive: "a non-consecutive rule",
};

function isFilled(value: Json | undefined): boolean {
  return (asList(value)?.length ?? 0) > 0;
}

/** Whether regions, each a list of [row, column] from 0, are given and one of them lies in more than one box. */
function hasOwnRegions(regions: Json | undefined): boolean {
  return (asList(regions) ?? []).some((region) => {
    const boxes = (asList(region) ?? []).map((cell) => {
      const [row, column] = asList(cell) ?? [];
      return boxOf(Number(row) * 9 + Number(column));
    });
    return new Set(boxes).size > 1;
  });
}
