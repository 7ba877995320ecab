import { expect, it } from "vitest";
import { cornerOf } from "../board/geometry";
import { NINE, OBLONG } from "../testing";
import { candidateAt, layoutBoards } from "./layout";

it("fits into the space it is given, in whole pixels", () => {
  for (const [width, height] of [
    [400, 430],
    [366, 407],
    [900, 300],
  ] as const)
    for (const grid of [NINE, OBLONG]) {
      const layout = layoutBoards(grid, width, height);
      expect(layout.boards).toHaveLength(grid.values);
      expect(layout.width).toBeLessThanOrEqual(width);
      expect(layout.height).toBeLessThanOrEqual(height);
      for (const { side } of layout.boards) expect(Number.isInteger(side)).toBe(true);
    }
});

it.each([NINE, OBLONG])("finds every candidate where it is drawn, at its first and its last pixel", (grid) => {
  const layout = layoutBoards(grid, 400, 430);
  for (const [i, board] of layout.boards.entries())
    for (let cell = 0; cell < grid.rows * grid.columns; cell++) {
      const { x, y } = cornerOf(board, cell);
      expect(candidateAt(layout, x, y)).toEqual({ cell, digit: i + 1 });
      expect(candidateAt(layout, x + board.side, y + board.side)).toEqual({ cell, digit: i + 1 });
    }
});

it("finds none between the boards", () => {
  const layout = layoutBoards(NINE, 400, 430);
  const [x = 0, y = 0] = [layout.boards[4]?.xs[0], layout.boards[4]?.ys[0]];
  expect(candidateAt(layout, x - 3, y + 5)).toBeNull();
  expect(candidateAt(layout, x + 5, y - 3)).toBeNull();
  expect(candidateAt(layout, -1, -1)).toBeNull();
});
