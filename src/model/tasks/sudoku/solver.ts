import type { Solver } from "../task";
import { clueLadder } from "./clues";
import { digitsOf, puzzleOf } from "./grid";
import { rate } from "./rate";
import { type SolveResult, solve } from "./solve";

/** Sudoku's solver as experiments ask it. */
export const solver: Solver = {
  solve(problem, { most, guesses }) {
    const result = solve(problem.input, { limit: most, maxNodes: guesses });
    return { ...countOf(result), grids: gridsOf(result).map(digitsOf) };
  },
  rate: (problem, most) => rate(problem.input, most) ?? null,
  ladder(problem, solution) {
    const { clues, rung } = clueLadder(problem.text, puzzleOf(solution));
    return {
      given: clues,
      rung(given) {
        const text = rung(given);
        return { ...problem, text, input: digitsOf(text) };
      },
    };
  },
};

function countOf(result: SolveResult): { count: number; exact: boolean } {
  switch (result.kind) {
    case "unique":
      return { count: 1, exact: true };
    case "several":
      return { count: result.atLeast, exact: result.exact };
    case "timeout":
      return { count: result.found, exact: false };
    default:
      return { count: 0, exact: true };
  }
}

function gridsOf(result: SolveResult): readonly string[] {
  if (result.kind === "unique") return [result.solution];
  return result.kind === "several" ? result.solutions : [];
}
