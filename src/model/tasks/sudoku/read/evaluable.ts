import { digitsOf } from "../grid";
import { conflicts, describeConflict } from "../rules";
import { readBytes } from "./read";
import type { Malformed, ReadPuzzle } from "./reading";
import { FULL, isFull, solves } from "./record";

/** Puzzles to evaluate, and what was left out. */
export interface PuzzleList {
  readonly puzzles: readonly ReadPuzzle[];
  readonly malformed: readonly Malformed[];
  readonly notes: readonly string[];
  /** Whether the file went on when enough puzzles were read. */
  readonly more: boolean;
}

export interface Part {
  /** Puzzles to pass over. */
  readonly skip: number;
  /** Puzzles to take at most. */
  readonly limit: number;
}

/** Why a puzzle cannot be evaluated, or null. */
export function whyNotEvaluable({ puzzle, solution }: ReadPuzzle): string | null {
  if (isFull(puzzle)) return FULL;
  const [conflict] = conflicts(digitsOf(puzzle));
  if (conflict) return `The givens break the rules: ${describeConflict(conflict)}.`;
  return solution !== null && !solves(solution, puzzle) ? "Its solution is not a valid grid that keeps the givens." : null;
}

/**
 * Reads a part of a file's puzzles, and no more of the file than that takes. Puzzles that cannot be evaluated count as
 * malformed and not as puzzles. Throws an Error where the file holds no text.
 */
export async function readList(bytes: AsyncIterable<Uint8Array>, { skip, limit }: Part): Promise<PuzzleList & { total: number }> {
  const puzzles: ReadPuzzle[] = [];
  const malformed: Malformed[] = [];
  const notes: string[] = [];
  let total = 0;
  for await (const found of readBytes(bytes)) {
    if (found.kind === "note") notes.push(found.note);
    else if (found.kind === "malformed") malformed.push(found.malformed);
    else {
      const why = whyNotEvaluable(found.puzzle);
      if (why !== null) malformed.push({ line: found.puzzle.line, column: 1, why });
      else if (puzzles.length >= limit) return { puzzles, malformed, notes, total, more: true };
      else if (total++ >= skip) {
        puzzles.push(found.puzzle);
        notes.push(...found.puzzle.notes.filter((note) => note.startsWith("Line ")));
      }
    }
  }
  return { puzzles, malformed, notes, total, more: false };
}
