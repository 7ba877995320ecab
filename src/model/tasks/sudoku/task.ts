import type { Task } from "../task";
import { digitsOf, isPuzzle } from "./grid";
import { extendsPuzzle, isValidGrid } from "./rules";
import { solver } from "./solver";

const GRID = { rows: 9, columns: 9, values: 9 } as const;

/** Classic Sudoku. An input symbol is the given digit. */
export const sudoku: Task = {
  name: "sudoku",
  title: "Sudoku",
  inputs: 10,
  grid: GRID,
  read(text) {
    if (!isPuzzle(text)) throw new Error("The puzzle must be 81 characters, 1-9 or a dot.");
    return { task: "sudoku", text, grid: GRID, input: digitsOf(text) };
  },
  solves: ({ input }, decoded) => isValidGrid(decoded) && extendsPuzzle(decoded, input),
  suppose({ input }, suppositions) {
    const supposed = input.slice();
    for (const { cell, value } of suppositions) supposed[cell] = value;
    return supposed;
  },
  solver,
};
