import type { Puzzle } from "./grid";

/** How a puzzle was written. */
export type PuzzleFormat = "line" | "grid" | "sudokuwiki" | "sudokupad" | "f-puzzles";

/**
 * A puzzle read from text, or in plain words why there is none and what to do.
 * `notes` says what was left out, each a sentence; it is empty when nothing was.
 */
export type ParseResult =
  | { ok: true; puzzle: Puzzle; format: PuzzleFormat; notes: string[] }
  | { ok: false; message: string };

export function parsed(puzzle: Puzzle, format: PuzzleFormat, notes: string[] = []): ParseResult {
  return { ok: true, puzzle, format, notes };
}

export function refused(message: string): ParseResult {
  return { ok: false, message };
}

/** A note on rules beyond classic Sudoku: "Ignored: killer cages, thermometers. ..."; none when there are none. */
export function ignoredNote(ignored: Iterable<string>): string[] {
  const names = [...new Set(ignored)];
  if (names.length === 0) return [];
  return [`Ignored: ${names.join(", ")}. Only the givens were taken, as a classic 9×9 Sudoku.`];
}

export const CLASSIC_ONLY = "Only classic 9×9 Sudoku is supported.";
