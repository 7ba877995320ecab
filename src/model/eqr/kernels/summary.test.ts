import { expect, test } from "vitest";
import { summaryLayout } from "./packing";
import { unpackSummary } from "./summary";

const GRID = { rows: 9, columns: 9, values: 9 };
const { SUMMARY } = summaryLayout(GRID);

test("a packed summary holds residual, q, coordinates, and a digit and a confidence a cell", () => {
  const values = new Float32Array(2 * SUMMARY);
  const row = values.subarray(SUMMARY);
  row.set([0.5, -2, 1, 2, 3]);
  const code = (digit: number, confidence: number) => digit - 1 + 16 * confidence;
  row[5] = code(9, 255) + 4096 * code(4, 17);
  row[45] = code(2, 128);

  const summary = unpackSummary(values, GRID);

  expect(summary.residual[1]).toBe(0.5);
  expect(summary.q[1]).toBe(-2);
  expect([...summary.coords.subarray(3)]).toEqual([1, 2, 3]);
  expect([...summary.digits.subarray(81, 83)]).toEqual([9, 4]);
  expect([...summary.confidence.subarray(81, 83)]).toEqual([255, 17]);
  expect([summary.digits[161], summary.confidence[161]]).toEqual([2, 128]);
});
