import { describe, expect, it } from "vitest";
import { frameOf } from "../plot/frame";
import { cellAtPoint, cellCorner, contourOf, depthX, gflopTicks, labelOf, layoutGrid } from "./layout";

const layout = layoutGrid(frameOf({ width: 458, height: 356 }), [1, 2, 4, 8, 16, 32, 50], [1, 2, 4, 8]);

it("finds each cell where it is drawn, small breadths at the bottom", () => {
  for (let column = 0; column < 7; column++)
    for (let row = 0; row < 4; row++) {
      const { x, y } = cellCorner(layout, column, row);
      expect(cellAtPoint(layout, x + 1, y + 1)).toEqual({ column, row });
    }
  expect(cellCorner(layout, 0, 0).y).toBeGreaterThan(cellCorner(layout, 0, 3).y);
  expect(cellAtPoint(layout, 3, 3)).toBeNull();
});

describe("contours", () => {
  it("pass through the middle of every cell of their compute", () => {
    const { points } = contourOf(layout, 32);
    for (const [column, row] of [
      [2, 3],
      [3, 2],
      [4, 1],
      [5, 0],
    ] as const) {
      const { x, y } = cellCorner(layout, column, row);
      const [middleX, middleY] = [x + layout.cellWidth / 2, y + layout.cellHeight / 2];
      expect(points.some(([a, b]) => Math.abs(a - middleX) < 1e-6 && Math.abs(b - middleY) < 1e-6)).toBe(true);
    }
  });

  it("stay inside the grid, also beside a last column that is no power of two", () => {
    for (const iterations of [0.1, 1, 3, 50, 300, 1e6])
      for (const [x, y] of contourOf(layout, iterations).points) {
        expect(x).toBeGreaterThanOrEqual(layout.frame.left - 1e-6);
        expect(x).toBeLessThanOrEqual(layout.frame.right + 1e-6);
        expect(y).toBeGreaterThanOrEqual(layout.frame.top - 1e-6);
        expect(y).toBeLessThanOrEqual(layout.frame.bottom + 1e-6);
      }
    expect(depthX(layout, 50)).toBeCloseTo(layout.frame.left + 6.5 * layout.cellWidth);
    expect(depthX(layout, 0.1)).toBeNull();
  });

  it("are labelled above the grid, or between two rows", () => {
    const top = labelOf(layout, contourOf(layout, 64));
    expect(top?.y).toBeLessThan(layout.frame.top);
    const low = labelOf(layout, contourOf(layout, 3));
    expect(((layout.frame.bottom - (low?.y ?? 0) + 4) / layout.cellHeight) % 1).toBeCloseTo(0, 6);
    expect(labelOf(layout, contourOf(layout, 1e9))).toBeNull();
  });
});

it("has a tick for each power of ten of GFLOP that the grid spans", () => {
  expect(gflopTicks(layout, 15.6e6).map((tick) => Number(tick.toPrecision(3)))).toEqual([0.1, 1]);
  expect(gflopTicks(layout, 0)).toEqual([]);
});
