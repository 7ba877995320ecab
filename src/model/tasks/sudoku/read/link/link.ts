import { isPuzzle, puzzleOf } from "../../grid";
import { looksLikeGrid } from "../line/cells";
import { rowsInLine } from "../line/inline";
import { signOf, visible } from "../line/signs";
import { type ParseResult, parsed, refused } from "../reading";
import { refusal, variantIn } from "../variants";
import { parseFPuzzles } from "./fPuzzles";
import { parseSudokuPad } from "./sudokuPad";

/** The links of a line, and the parts of links that hold a puzzle, with the place of each. */
export function linksIn(line: string): { readonly link: string; readonly offset: number }[] {
  // Most lines of a long list hold nothing of the kind.
  if (!/[:.][/a-z]|%3a|%253a|bd=|scl|ctc|fpuz|classic|scf/i.test(line)) return [];
  const links = [...line.matchAll(/\S+/g)].filter(([word]) => isLink(word));
  return links.slice(0, MOST_LINKS).map((match) => linkOf(match[0], match.index));
}

/** The link in a word, which may be a row of a table with the puzzle in other columns. */
function linkOf(word: string, offset: number): { readonly link: string; readonly offset: number } {
  const scheme = word.slice(0, LONGEST_ROW).search(/[a-z]+:\/\//i);
  const start = scheme > 0 && /[,;|"]/.test(word[scheme - 1] ?? "") ? scheme : 0;
  const columns = word.length > LONGEST_ROW ? [] : [...word.matchAll(/(?<!&amp)[,;|"]/g)];
  const isColumn = ({ index }: { index: number }): boolean =>
    index > start &&
    word
      .slice(index)
      .split(/[,;|"]/)
      .some(looksLikeGrid);
  const end = columns.find(isColumn)?.index;
  return { link: word.slice(start, end), offset: offset + start };
}

/** Rows with a link in a column are shorter. */
const LONGEST_ROW = 1000;

/** More links on one line are no puzzles. */
const MOST_LINKS = 20;

function isLink(word: string): boolean {
  if (word.includes("://") || ENCODED.test(word) || /^\W*bd=/.test(word) || /[?&]bd=/i.test(word)) return true;
  // A bare code is long; "classical" is a word.
  if (/^(scl|ctc|fpuz|classic|scf)/.test(word)) return word.length >= 30;
  return /^[^@"]{0,80}\w\.(com|app|org|net|io)(?![\w@])/i.test(word);
}

/** The beginning of a link that was percent-encoded, once or several times. */
const ENCODED = /^[a-z]+%(?:25)*3a%(?:25)*2f/i;

/** Reads a puzzle from a link, or from the part of one that holds the puzzle. */
export function parseLink(word: string): ParseResult {
  let link = unwrapped(visible(word));
  for (let layer = 0; layer < 3 && ENCODED.test(link); layer++) link = decoded(link);
  link = link.replace(/^(?:[\W_]|\[url=|href=|url=)+(?=[a-z]+:\/\/)/i, "").replaceAll("&amp;", "&");
  const whole = parseWhole(link);
  if (whole.ok) return whole;
  // What a sentence, a bracket or a tag has left behind the link: it is taken off where the rest can be read.
  const bare = /^[^<>"|\]}\\]*/.exec(link)?.[0] ?? "";
  for (const text of bare === link ? [link] : [link, bare])
    for (let end = text.length; text.length - end <= MOST_BEHIND; end--) {
      const result = end < link.length ? parseWhole(text.slice(0, end)) : whole;
      if (result.ok) return result;
      if (!BEHIND.test(text[end - 1] ?? "")) break;
    }
  return whole;
}

const BEHIND = /[\p{P}\p{S}]/u;
const MOST_BEHIND = 8;

function parseWhole(link: string): ParseResult {
  const host = /^(?:[a-z]+:\/\/)?([^/?#]*)/i.exec(link)?.[1]?.toLowerCase() ?? "";
  if (host.endsWith("f-puzzles.com")) return parseFPuzzlesLink(link);
  if (host.endsWith("sudokupad.app") || host.endsWith("crackingthecryptic.com")) return parseSudokuPadLink(link, host);
  if (/^(scl|ctc|fpuz|classic|scf)/.test(link) && !link.includes("://")) return parseSudokuPad(decoded(link));
  const variant = variantOf(link);
  if (variant) return refused(refusal(variant));
  const board = parameter(link, "bd");
  if (board !== undefined) return parseSudokuWiki(board);
  return digitsIn(link, host);
}

/** The variant that a link names in its path or in a parameter, or by a parameter that only a variant has. */
function variantOf(link: string): string | undefined {
  const text = decoded(link).replace(/[\d.]{30,}/g, " ");
  const named = variantIn(text);
  if (named) return named;
  for (const [, name = "", value = ""] of text.matchAll(/[?&#]([^=&#]*)=([^&#]*)/g)) {
    if (value === "" || /^(0|no|none|false|off|classic|standard|normal|9|9x9)$/i.test(value)) continue;
    if (
      /^(jig|shape|region|cage|kill|diag|thermo|arrow|variant|constraint|kropki|whisper|windoku|hyper|anti)/i.test(name)
    )
      return `a variant (${name}=${value.slice(0, 20)})`;
    if (/^size$/i.test(name)) return `Sudoku of another size (${value.slice(0, 20)})`;
  }
  return undefined;
}

/** A link of a site that is not known here, with 81 cells in its query, path or fragment. */
function digitsIn(link: string, host: string): ParseResult {
  const parts = decoded(link)
    .replace(/^[a-z]+:\/\/[^/?#]*/i, "")
    .split(/[/?&=#;:,!]+/);
  const cells = parts.map((part) => {
    const signs = [...part].map(signOf);
    return signs.every(({ meaning }) => meaning !== "stray") ? signs.map((sign) => sign.cells).join("") : "";
  });
  const puzzles = new Set(
    [...cells, ...joinedRows(cells), ...parts.flatMap(rowsOf)].filter(
      (text) => isPuzzle(text) && text.includes(".") && /\d/.test(text),
    ),
  );
  const [puzzle] = puzzles;
  const where = host.slice(0, 60) || "there";
  if (puzzle !== undefined && puzzles.size === 1)
    return parsed(puzzle, "link", [
      `81 digits found in the link to ${where}; whether they are meant as a classic Sudoku it does not say.`,
    ]);
  const wrong =
    puzzles.size > 1
      ? `The link to ${where} holds ${puzzles.size} different grids.`
      : `No puzzle can be read from a link to ${where}.`;
  return refused(`${wrong} Paste a link of SudokuWiki, SudokuPad or f-puzzles, or the 81 characters of the puzzle.`);
}

/** Nine parts of nine cells one after the other, as one grid. */
function joinedRows(parts: readonly string[]): string[] {
  const first = parts.findIndex((_, i) => parts.slice(i, i + 9).filter((row) => row.length === 9).length === 9);
  return first < 0 || parts[first + 9]?.length === 9 ? [] : [parts.slice(first, first + 9).join("")];
}

function rowsOf(part: string): string[] {
  const rows = rowsInLine(part, 1);
  return rows?.ok ? [rows.cells] : [];
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

/** SudokuWiki writes a board as 81 digits, or as "S9B" and two base-36 characters for each cell. */
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
  const other = /^S(\d+)B/i.exec(board)?.[1];
  if (other && other !== "9") return refused(refusal(`Sudoku of another size (${other}×${other})`));
  if (/^[0-9.]*$/.test(board)) {
    return refused(`The SudokuWiki link has ${board.length} cells after bd=, a Sudoku has 81. Copy the whole link.`);
  }
  return refused(
    "The board in the SudokuWiki link is in a form that cannot be read. Copy the puzzle there as 81 characters instead.",
  );
}

/** The link without the brackets, quotes and commas that may surround it. */
function unwrapped(word: string): string {
  const isWrapping = (index: number): boolean => "<>()[]\"',;“”".includes(word[index] ?? " ");
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
