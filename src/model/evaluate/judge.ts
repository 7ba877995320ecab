import type { Recipe } from "../eqr/recipe/recipe";
import { isSolution, problemOf } from "../tasks";
import { decodedOf } from "../tasks/task";
import type { Answer } from "./evaluate";

/** A puzzle as a file gives it. */
export interface PuzzleRow {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly puzzle: string;
  /** The solution in the file, or null where it has none. */
  readonly solution: string | null;
}

/** An answer and whether it is right. */
export interface Judged {
  readonly row: PuzzleRow;
  readonly answer: Answer;
  readonly solved: boolean;
  /** For each entry of answer.marks.table, whether it would have been right. */
  readonly marks: readonly boolean[];
}

/**
 * Judges an answer, after the fact: nothing that led to it depends on this. A grid is right that equals the solution of the
 * file or, where the file has none, that solves the puzzle.
 */
export function judge(row: PuzzleRow, answer: Answer, { task }: Pick<Recipe, "task">): Judged {
  const problem = problemOf({ task, puzzle: row.puzzle });
  const isRight = (grid: string) =>
    row.solution === null ? isSolution(problem, decodedOf(grid)) : grid === row.solution;
  const right = answer.marks.grids.map(isRight);
  return {
    row,
    answer,
    solved: isRight(answer.grid),
    marks: answer.marks.table.map((index) => right[index] ?? false),
  };
}
