import { read } from "./read";
import { describeMalformed, type ParseResult, parsed, type Reading, refused } from "./reading";

/**
 * Reads one puzzle for the board from whatever was pasted; where the text holds several, the first. Never throws. For the
 * formats see reader.ts. It reads what is written; whether the digits obey the rules is for `solve` to say.
 */
export function parsePuzzle(text: string): ParseResult {
  return puzzleAt(readPasted(text), 0);
}

/** All that a pasted text holds, and why it was not read at all where it was not. */
export function readPasted(text: string): Reading | string {
  if (text.trim() === "") return "There is nothing to read: paste 81 characters, a grid of 9 lines or a link.";
  if (text.length > MAX_TEXT_LENGTH)
    return `The text has ${text.length} characters; at most ${MAX_TEXT_LENGTH} are read. Paste one puzzle, or open the text as a file.`;
  return read(text);
}

/** The puzzle of a reading at an index, with what there is to say about the choice; or why there is none. */
export function puzzleAt(reading: Reading | string, index: number): ParseResult {
  if (typeof reading === "string") return refused(reading);
  const { puzzles, malformed } = reading;
  const chosen = puzzles[index];
  if (!chosen) {
    const [first] = malformed;
    return refused(first ? sentenceOf(reading, first) : "There is no puzzle in this text: it holds comments, headings or solutions alone.");
  }
  const several = puzzles.length > 1 && index === 0 ? [`The text holds ${puzzles.length} puzzles; the first was taken.`] : [];
  const before = malformed.find(({ line }) => line < chosen.line);
  const skipped = before && index === 0 ? [`Passed over: ${describeMalformed(before)}`] : [];
  return parsed(chosen.puzzle, chosen.format, [...several, ...chosen.notes, ...skipped]);
}

/** A fault, with its line where there are several. */
function sentenceOf({ malformed }: Reading, first: (typeof malformed)[number]): string {
  return first.line > 1 || first.sign || malformed.length > 1 ? describeMalformed(first) : first.why;
}

/** Longer texts are refused unread; no single Sudoku in any of the formats comes near. */
const MAX_TEXT_LENGTH = 100_000;
