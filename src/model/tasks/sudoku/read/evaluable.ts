import { digitsOf } from "../grid";
import { breaksNoRule, conflicts, describeConflict } from "../rules";
import { readBytes } from "./read";
import type { Malformed, ReadPuzzle } from "./reading";
import { FULL, isFull, solves } from "./solved";

/** Puzzles to evaluate, and what was left out. */
export interface PuzzleList {
  readonly puzzles: readonly ReadPuzzle[];
  /** The first faults; a file of another kind can have millions. */
  readonly malformed: readonly Malformed[];
  readonly malformedCount: number;
  readonly notes: readonly string[];
  /** Puzzles that can be evaluated, as far as the file was read. */
  readonly total: number;
  /** Whether the file went on when enough puzzles were read. */
  readonly more: boolean;
}

export interface Part {
  /** Puzzles to pass over. */
  readonly skip: number;
  /** Puzzles to take at most. */
  readonly limit: number;
}

const MOST_KEPT = 1000;

/** Why a puzzle cannot be evaluated, or null. */
export function whyNotEvaluable({ puzzle, solution }: ReadPuzzle): string | null {
  if (isFull(puzzle)) return FULL;
  const digits = digitsOf(puzzle);
  const [conflict] = breaksNoRule(digits) ? [] : conflicts(digits);
  if (conflict) return `The clues break the rules: ${describeConflict(conflict)}.`;
  return solution !== null && !solves(solution, puzzle)
    ? "Its solution is not a valid grid that keeps the givens."
    : null;
}

/**
 * Reads a part of a file's puzzles, and no more of the file than that takes. Puzzles that cannot be evaluated count as
 * malformed and not as puzzles. Throws an Error where the file holds no text.
 */
export async function readList(bytes: AsyncIterable<Uint8Array>, { skip, limit }: Part): Promise<PuzzleList> {
  const puzzles: ReadPuzzle[] = [];
  const malformed: Malformed[] = [];
  const notes: string[] = [];
  let total = 0;
  let malformedCount = 0;
  const leaveOut = (one: Malformed): void => {
    if (malformedCount++ < MOST_KEPT) malformed.push(one);
  };
  const ended = (more: boolean): PuzzleList => ({ puzzles, malformed, malformedCount, notes, total, more });
  for await (const found of readBytes(bytes)) {
    if (found.kind === "note") notes.push(found.note);
    else if (found.kind === "malformed") leaveOut(found.malformed);
    else {
      const why = whyNotEvaluable(found.puzzle);
      if (why !== null) leaveOut({ line: found.puzzle.line, column: 1, why });
      else if (puzzles.length >= limit) return ended(true);
      else if (total++ >= skip) {
        puzzles.push(found.puzzle);
        if (notes.length < MOST_KEPT) notes.push(...found.puzzle.notes.filter((note) => note.startsWith("Line ")));
      }
    }
  }
  return ended(false);
}
