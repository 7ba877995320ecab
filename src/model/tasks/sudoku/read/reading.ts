import type { Puzzle } from "../grid";

/** How a puzzle was written. */
export type PuzzleFormat = "line" | "grid" | "json" | "xml" | "link" | "sudokuwiki" | "sudokupad" | "f-puzzles";

/** A puzzle that was read, and where. */
export interface ReadPuzzle {
  /** Line of the text, from 1. */
  readonly line: number;
  readonly puzzle: Puzzle;
  /** The solution beside the puzzle, or null where there is none. */
  readonly solution: Puzzle | null;
  /** Its name, number or source in the text, or null. */
  readonly source: string | null;
  readonly format: PuzzleFormat;
  /** What was left out or mended, each a sentence. */
  readonly notes: readonly string[];
}

/** Something that cannot be read as a puzzle, or is none. */
export interface Malformed {
  readonly line: number;
  /** Character of the line, from 1. */
  readonly column: number;
  /** A sentence, or several. */
  readonly why: string;
  /** Whether one sign at that place is at fault, rather than all that begins there. */
  readonly sign?: boolean;
}

/** All that a text holds. */
export interface Reading {
  readonly puzzles: readonly ReadPuzzle[];
  /** What was done to the text as a whole, each a sentence. */
  readonly notes: readonly string[];
  readonly malformed: readonly Malformed[];
}

/** What a reader finds, in the order of the text. */
export type Found =
  | { readonly kind: "puzzle"; readonly puzzle: ReadPuzzle }
  | { readonly kind: "malformed"; readonly malformed: Malformed }
  | { readonly kind: "note"; readonly note: string };

/** A puzzle, or a sentence on why there is none. `notes` says what was left out. */
export type ParseResult =
  | { readonly ok: true; readonly puzzle: Puzzle; readonly format: PuzzleFormat; readonly notes: string[] }
  | { readonly ok: false; readonly message: string };

export function parsed(puzzle: Puzzle, format: PuzzleFormat, notes: string[] = []): ParseResult {
  return { ok: true, puzzle, format, notes };
}

export function refused(message: string): ParseResult {
  return { ok: false, message };
}

export const CLASSIC_ONLY = "Only classic 9×9 Sudoku is supported.";

export const HOW_TO = "Write 1 to 9 for a digit and . or 0 for a blank.";

/** A fault and its place: the same sentence wherever a text is read. */
export function describeMalformed({ line, column, why, sign }: Malformed): string {
  if (sign) return `Line ${line}, character ${column}: ${why}`;
  return why.startsWith("Line ") ? why : `Line ${line}: ${why}`;
}
