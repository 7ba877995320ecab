import { expect, it } from "vitest";
import { boardOf } from ".";

it("names the cells of a Sudoku by row and column, from 1", () => {
  const { cellName, shortCellName, grid } = boardOf("sudoku");
  expect([cellName(40), shortCellName(40), cellName(2)]).toEqual(["row 5 column 5", "r5c5", "row 1 column 3"]);
  expect(boardOf().grid).toBe(grid);
});

it("says where the board of a new task belongs", () => {
  expect(() => boardOf("maze")).toThrow(/cannot draw the task "maze": add its board/);
});
