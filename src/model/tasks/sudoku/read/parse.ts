import { read, readBytes } from "./read";
import {
  describeMalformed,
  type Malformed,
  type ParseResult,
  parsed,
  type Reading,
  type ReadPuzzle,
  refused,
} from "./reading";

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
  const { puzzles, malformed, notes } = reading;
  const chosen = puzzles[index];
  if (!chosen) {
    const [first] = malformed;
    return refused(
      first
        ? sentenceOf(reading, first)
        : "There is no puzzle in this text: it holds comments, headings or solutions alone.",
    );
  }
  const several =
    puzzles.length > 1 && index === 0 ? [`The text holds ${puzzles.length} puzzles; the first was taken.`] : [];
  const before = malformed.find(({ line }) => line < chosen.line);
  const skipped = before && index === 0 ? [`Passed over: ${describeMalformed(before)}`] : [];
  return parsed(chosen.puzzle, chosen.format, [...several, ...notes, ...chosen.notes, ...skipped]);
}

/** A fault, with its line where there are several. */
function sentenceOf({ malformed }: Reading, first: (typeof malformed)[number]): string {
  return first.line > 1 || first.sign || malformed.length > 1 ? describeMalformed(first) : first.why;
}

/** Longer texts are refused unread; no single Sudoku in any of the formats comes near. */
const MAX_TEXT_LENGTH = 100_000;

/** All that the first part of a file holds, or why it cannot be read; a long list is for an evaluation, and not for the board. */
export async function readFile(bytes: AsyncIterable<Uint8Array>): Promise<Reading | string> {
  const puzzles: ReadPuzzle[] = [];
  const malformed: Malformed[] = [];
  const notes: string[] = [];
  try {
    for await (const found of readBytes(bytes)) {
      if (found.kind === "puzzle") puzzles.push(found.puzzle);
      else if (found.kind === "note") notes.push(found.note);
      else if (malformed.push(found.malformed) >= MOST_FROM_FILE) break;
      if (puzzles.length < MOST_FROM_FILE) continue;
      notes.push(
        `The file goes on: its first ${MOST_FROM_FILE} puzzles are offered. The Check tab evaluates all of them.`,
      );
      break;
    }
  } catch (error) {
    return error instanceof Error ? error.message : "The file cannot be read.";
  }
  return { puzzles, malformed, notes };
}

const MOST_FROM_FILE = 500;
