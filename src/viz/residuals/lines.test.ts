import { describe, expect, it } from "vitest";
import { fakeRecord } from "../testing";
import { columnsFor } from "./columns";
import { layoutChart, xOf, yOf } from "./layout";
import { traceLine } from "./lines";

type Stroke = readonly ["move" | "line", number, number];

function traced(residuals: readonly number[], end: number, maxColumns: number): Stroke[] {
  const columns = columnsFor(null, fakeRecord([residuals]), end, maxColumns);
  const strokes: Stroke[] = [];
  const pen = {
    moveTo: (x: number, y: number) => void strokes.push(["move", x, y]),
    lineTo: (x: number, y: number) => void strokes.push(["line", x, y]),
  };
  traceLine(pen, { columns, layout: layout(end) }, 0);
  return strokes;
}

const layout = (end: number) => layoutChart({ width: 800, height: 200, end, decades: [-7, 0], q: null, nudged: false });

describe("traceLine", () => {
  it("goes through every iteration where there is room", () => {
    const p = layout(4);
    expect(traced([Number.NaN, 1, 0.1, 0.01], 4, 100)).toEqual([
      ["move", xOf(p, 1), yOf(p, 0)],
      ["line", xOf(p, 2), yOf(p, -1)],
      ["line", xOf(p, 3), yOf(p, -2)],
    ]);
  });

  it("lifts the pen over what is not known", () => {
    const kinds = traced([Number.NaN, 1, Number.POSITIVE_INFINITY, 0.1, 0.01], 4, 100).map(([kind]) => kind);
    expect(kinds).toEqual(["move", "move", "line"]);
  });

  it("draws a level stretch as one piece, and a jump at its end as a jump", () => {
    const p = layout(8);
    expect(traced([0.1, 0.1001, 0.1, 0.1, 1e-3, 1e-3, 1e-3], 8, 100)).toEqual([
      ["move", xOf(p, 0), yOf(p, -1)],
      ["line", xOf(p, 3), yOf(p, -1)],
      ["line", xOf(p, 4), yOf(p, -3)],
      ["line", xOf(p, 6), yOf(p, -3)],
    ]);
  });

  it("keeps the extremes when iterations share a column, the nearer one first", () => {
    const p = layout(7);
    const strokes = traced([1, 0.1, 0.1, 1e-3, 1e-4, 1e-2, 1e-6, 1e-5], 7, 4);
    expect(strokes.map(([, , y]) => y)).toEqual([0, -1, -1, -3, -2, -4, -5, -6].map((log) => yOf(p, log)));
    expect(strokes.map(([, x]) => x)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((k) => xOf(p, k)));
  });
});
