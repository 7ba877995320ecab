import { digitsOf, type Puzzle } from "../grid";
import { extendsPuzzle, isValidGrid } from "../rules";

/** Why a full grid is not taken for a puzzle. */
export const FULL = "All 81 cells are given: this is a solved grid, and no puzzle to solve.";

export function isFull(cells: Puzzle): boolean {
  return !cells.includes(".");
}

/** Whether a grid keeps the rules and every given of the puzzle. */
export function solves(solution: Puzzle, puzzle: Puzzle): boolean {
  const digits = digitsOf(solution);
  return isValidGrid(digits) && extendsPuzzle(digits, puzzle);
}
