import { clueCount, type Puzzle } from "../../../../model/tasks/sudoku/grid";
import { describeConflict } from "../../../../model/tasks/sudoku/rules";
import type { SolveResult } from "../../../../model/tasks/sudoku/solve";
import { counted, say } from "../../../../words/say";

/** Counting solutions ends here, or after this many seconds. */
export const COUNT_LIMIT = 1000;
export const COUNT_SECONDS = 2;

/** What the solver found, without the grids. */
export type Analysis =
  | Exclude<SolveResult, { kind: "several" }>
  | { readonly kind: "several"; readonly atLeast: number; readonly exact: boolean };

/** say`1 clue`, "28 clues". */
export function clues(count: number): string {
  return count === 1 ? say`1 clue` : say`${count} clues`;
}

/** A puzzle in a few words: "28 clues · one solution". `analysis` null: still counting. */
export function describePuzzle(puzzle: Puzzle, analysis: Analysis | null): string {
  return `${clues(clueCount(puzzle))} · ${analysis === null ? say`counting solutions …` : solutions(analysis)}`;
}

/** Which rules the clues break, in a sentence; empty when none. */
export function describeBroken(analysis: Analysis | null): string {
  if (analysis?.kind !== "conflict") return "";
  const [first, ...rest] = analysis.conflicts;
  if (!first) return "";
  const more = rest.length === 0 ? "" : rest.length === 1 ? say`, and one more` : say`, and ${rest.length} more`;
  return say`The clues break a rule: ${describeConflict(first)}${more}.`;
}

/** How many guesses the solver needed: its measure of difficulty; null without exactly one solution. */
export function describeEffort(analysis: Analysis): string | null {
  if (analysis.kind !== "unique") return null;
  const { guesses } = analysis;
  return guesses === 0 ? say`no guess` : guesses === 1 ? say`1 guess` : say`${counted(guesses)} guesses`;
}

function solutions(analysis: Analysis): string {
  switch (analysis.kind) {
    case "conflict":
      return say`no solution`;
    case "none":
      return say`no solution`;
    case "unique":
      return say`one solution`;
    case "several":
      return say`${analysis.exact ? "" : say`at least `}${counted(analysis.atLeast)} solutions`;
    case "timeout":
      return analysis.found > 0
        ? say`one solution found; no more in ${COUNT_SECONDS} s`
        : say`too hard to count in ${COUNT_SECONDS} s`;
  }
}
