import { expect, test } from "vitest";
import { copyRow, copySummary, emptySummary, mapColumns, rowsOf, widthsOf } from "./summary";

const GRID = { rows: 2, columns: 3, values: 4 };

/** Every number says its row. */
function numbered(rows: number) {
  const widths = widthsOf(GRID);
  return mapColumns(emptySummary(rows, GRID), (values, column) => {
    values.forEach((_, i) => {
      values[i] = Math.floor(i / widths[column]);
    });
    return values;
  });
}

test("columns are as wide as the grid asks for", () => {
  expect(widthsOf(GRID)).toEqual({ residual: 1, q: 1, coords: 3, digits: 6, confidence: 6 });
  const { coords, digits } = emptySummary(2, GRID);
  expect([coords.length, digits.length]).toEqual([6, 12]);
});

test("rows are cut out as copies", () => {
  const whole = numbered(4);
  const part = rowsOf(whole, 1, 3, GRID);
  expect([...part.q]).toEqual([1, 2]);
  expect([...part.coords]).toEqual([1, 1, 1, 2, 2, 2]);
  expect([...part.confidence]).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]);
  part.q[0] = 9;
  expect(whole.q[1]).toBe(1);
});

test("one row is copied over another, in every column, and nothing else is touched", () => {
  const target = copySummary(numbered(3));
  copyRow(numbered(4), 3, target, 1, GRID);
  expect([...target.residual]).toEqual([0, 3, 2]);
  expect([...target.digits]).toEqual([0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2]);
});
