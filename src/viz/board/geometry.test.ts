import { describe, expect, it } from "vitest";
import { NINE, OBLONG } from "../testing";
import { cellAt, cornerOf, fitBoard, layBoard } from "./geometry";

describe("fitBoard", () => {
  it.each([28, 37, 46, 64])("lays nine cells inside %i pixels without overlap, boxes apart", (size) => {
    const { xs, ys, side } = fitBoard(NINE, size);
    expect(xs).toEqual(ys);
    expect(Number.isInteger(side) && side >= 1).toBe(true);
    for (const at of xs) {
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at + side).toBeLessThanOrEqual(size);
      expect(Number.isInteger(at)).toBe(true);
    }
    const gaps = xs.slice(1).map((at, i) => at - (xs[i] ?? 0) - side);
    expect(gaps).toEqual([1, 1, 2, 1, 1, 2, 1, 1]);
  });

  it("leaves out the gaps where the cells are too many for them", () => {
    const maze = { rows: 30, columns: 30, values: 2, thickRows: [], thickColumns: [] };
    const { xs, side, gap } = fitBoard(maze, 46);
    expect(gap).toBe(0);
    expect((xs.at(-1) ?? 0) + side).toBeCloseTo(46);
  });

  it("puts an oblong board in the middle", () => {
    const { xs, ys, side } = fitBoard(OBLONG, 46);
    expect(side).toBe(6);
    expect([xs.length, ys.length]).toEqual([6, 4]);
    expect([ys[0], (ys.at(-1) ?? 0) + side]).toEqual([9, 37]);
  });
});

describe("cellAt", () => {
  it("finds every cell where it is drawn, and none outside", () => {
    const board = layBoard(OBLONG, { side: 5, gap: 1, thickGap: 2, left: 10, top: 20 });
    for (let cell = 0; cell < 24; cell++) {
      const { x, y } = cornerOf(board, cell);
      expect([cellAt(board, x, y), cellAt(board, x + 5, y + 5)]).toEqual([cell, cell]);
    }
    expect([cellAt(board, 9, 25), cellAt(board, 15, 19), cellAt(board, 15, 100)]).toEqual([null, null, null]);
  });
});
