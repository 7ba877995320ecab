import { isPuzzle, puzzleOf } from "./grid";
import { parseFPuzzles } from "./parseFPuzzles";
import { type ParseResult, parsed, refused } from "./parseResult";
import { parseSudokuPad } from "./parseSudokuPad";

/** Reads a puzzle from a link, or from the part of one that holds the puzzle; undefined when the text has none. */
export function parseLink(text: string): ParseResult | undefined {
  // No row of a Sudoku holds these, so a text with such a word is about a link.
  const word = text
    .split(/\s+/)
    .find((part) => /:\/\/|\.(com|app|org)\b|\bbd=|^(scl|ctc|fpuz|classic|scf)\S/i.test(part));
  if (word === undefined) return undefined;

  const link = unwrapped(word);
  const host = /^(?:[a-z]+:\/\/)?([^/?#]*)/i.exec(link)?.[1]?.toLowerCase() ?? "";
  if (host.endsWith("f-puzzles.com")) return parseFPuzzlesLink(link);
  if (host.endsWith("sudokupad.app") || host.endsWith("crackingthecryptic.com")) return parseSudokuPadLink(link, host);
  const board = parameter(link, "bd");
  if (board !== undefined) return parseSudokuWiki(board);
  if (/^(scl|ctc|fpuz|classic|scf)/.test(link) && !link.includes("://")) return parseSudokuPad(decoded(link));
  return refused(
    `No puzzle can be read from a link to ${host.slice(0, 60) || "there"}. ` +
      "Paste a link of SudokuWiki, SudokuPad or f-puzzles, or the 81 characters of the puzzle.",
  );
}

function parseFPuzzlesLink(link: string): ParseResult {
  const data = parameter(link, "load");
  if (data) return parseFPuzzles(data);
  return refused(
    "This f-puzzles link does not hold the puzzle. In f-puzzles choose Export and copy the long link with ?load= in it.",
  );
}

function parseSudokuPadLink(link: string, host: string): ParseResult {
  const path = link.slice(link.toLowerCase().indexOf(host) + host.length).replace(/[?#].*$/, "");
  const data = parameter(link, "puzzleid") ?? decoded(path.replace(/^\/+((sudoku|puzzle)\/)?/, ""));
  if (data !== "" && data !== "sudoku") return parseSudokuPad(data);
  return refused("This link leads to SudokuPad, but to no puzzle. Open the puzzle there and copy its link.");
}

/** SudokuWiki writes a board as 81 digits, or as "S9B" and two base-36 characters a cell. */
function parseSudokuWiki(board: string): ParseResult {
  const plain = board.replace(/0/g, ".");
  if (isPuzzle(plain)) return parsed(plain, "sudokuwiki");
  const pairs = /^S9B([0-9a-z]{162})$/i.exec(board)?.[1]?.match(/../g);
  if (pairs) {
    // 1-9 is a given, 10-18 a digit found while solving, and more a set of candidates.
    const values = pairs.map((pair) => Number.parseInt(pair, 36));
    const givens = values.map((value) => (value <= 9 ? value : 0));
    const notes = values.some((value) => value > 9)
      ? ["Only the givens were taken; digits found while solving and candidates were left out."]
      : [];
    return parsed(puzzleOf(givens), "sudokuwiki", notes);
  }
  if (/^[0-9.]*$/.test(board)) {
    return refused(`The SudokuWiki link has ${board.length} cells after bd=, a Sudoku has 81. Copy the whole link.`);
  }
  return refused(
    "The board in the SudokuWiki link is in a form that cannot be read. Copy the puzzle there as 81 characters instead.",
  );
}

/** The link without the brackets or quotes it may stand in. */
function unwrapped(word: string): string {
  const isWrapping = (index: number): boolean => "<>()\"'".includes(word[index] ?? " ");
  let start = 0;
  let end = word.length;
  while (start < end && isWrapping(start)) start++;
  while (end > start && isWrapping(end - 1)) end--;
  return word.slice(start, end);
}

/** A parameter of the link's query, or undefined. */
function parameter(link: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|[?&])${name}=([^&#]*)`, "i").exec(link)?.[1];
  return value === undefined ? undefined : decoded(value);
}

/** Percent signs resolved where they can be. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
