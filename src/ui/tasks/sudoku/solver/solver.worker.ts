import { expose } from "comlink";
import { type Generated, generateForDifficulty } from "../../../../model/tasks/sudoku/generate";
import type { Puzzle } from "../../../../model/tasks/sudoku/grid";
import { seededRng } from "../../../../model/tasks/sudoku/random";
import type { Difficulty } from "../../../../model/tasks/sudoku/rate";
import { solve } from "../../../../model/tasks/sudoku/solve";
import { awakeDeadline } from "../../../../model/timeLimit";
import { type Analysis, COUNT_LIMIT, COUNT_SECONDS } from "./describe";

/** The classical solver and the generator, off the page's thread and within a time limit. */
const solver = {
  analyse(puzzle: Puzzle): Analysis {
    const result = solve(puzzle, { limit: COUNT_LIMIT, deadline: awakeDeadline(1000 * COUNT_SECONDS) });
    // A thousand grids need not cross to the page to be counted.
    return result.kind === "several" ? { kind: "several", atLeast: result.atLeast, exact: result.exact } : result;
  },
  generate(difficulty: Difficulty, seed: number | string): Generated & { difficulty: Difficulty } {
    // A text names a puzzle, the same on every device: no clock may cut it short.
    return generateForDifficulty(
      seededRng(seed),
      difficulty,
      typeof seed === "string" ? undefined : awakeDeadline(5000),
    );
  },
};

export type Solver = typeof solver;

expose(solver);
