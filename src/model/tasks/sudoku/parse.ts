import { parseLink } from "./parseLink";
import { type ParseResult, refused } from "./parseResult";
import { parseText } from "./parseText";

export type { ParseResult } from "./parseResult";

/**
 * Reads a puzzle from whatever was pasted. Never throws.
 * - 81 characters; blanks as . 0 * _ - or space; alone, or as a field of a CSV line (the first such line counts);
 * - a grid of nine lines, with or without | + - separators, spaces, commas, `#` comments and [Puzzle] headers;
 * - links of SudokuWiki (bd=), SudokuPad (with the puzzle inside: scl, ctc, fpuz, classic, scf) and f-puzzles (load=).
 * It reads what is written; whether the digits obey the rules is for `solve` to say.
 */
export function parsePuzzle(text: string): ParseResult {
  if (text.trim() === "") return refused("There is nothing to read: paste 81 characters, a grid of 9 lines or a link.");
  if (text.length > MAX_TEXT_LENGTH) {
    return refused(`The text has ${text.length} characters; at most ${MAX_TEXT_LENGTH} are read. Paste one puzzle.`);
  }
  // A text may name where it comes from and hold the puzzle itself, so a link that leads nowhere is not the last word.
  const linked = parseLink(text);
  if (linked?.ok) return linked;
  const written = parseText(text);
  return written.ok ? written : (linked ?? written);
}

/** Longer texts are refused unread; no Sudoku in any of the formats comes near. */
const MAX_TEXT_LENGTH = 100_000;
