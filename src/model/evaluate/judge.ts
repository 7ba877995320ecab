import { digitsOf } from "../tasks/sudoku/grid";
import type { Task } from "../tasks/sudoku/readPuzzles";
import { extendsPuzzle, isValidGrid } from "../tasks/sudoku/rules";
import type { Answer } from "./evaluate";

/** An answer and whether it is right. */
export interface Judged {
  readonly task: Task;
  readonly answer: Answer;
  readonly solved: boolean;
  /** Of each entry of answer.marks.table, whether it would have been right. */
  readonly marks: readonly boolean[];
}

/** Judges an answer, after the fact: nothing that the search did depends on this. */
export function judge(task: Task, answer: Answer): Judged {
  const right = answer.marks.grids.map((grid) => isSolved(grid, task));
  return {
    task,
    answer,
    solved: isSolved(answer.grid, task),
    marks: answer.marks.table.map((index) => right[index] ?? false),
  };
}

/** Equal to the solution where the file gives one; else a valid grid that keeps the givens (unique puzzle: the solution). */
function isSolved(grid: string, { puzzle, solution }: Task): boolean {
  if (solution) return grid === solution;
  const digits = digitsOf(grid);
  return isValidGrid(digits) && extendsPuzzle(digits, puzzle);
}
