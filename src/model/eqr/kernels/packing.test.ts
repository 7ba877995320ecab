import { expect, test } from "vitest";
import type { Grid } from "../../tasks/task";
import { summaryLayout } from "./packing";
import { nudgeStateOf, unpackSummary } from "./summary";

const SUDOKU = { rows: 9, columns: 9, values: 9 };
const LARGE_SUDOKU = { rows: 16, columns: 16, values: 16 };
const LETTERS = { rows: 25, columns: 25, values: 25 };
const MAZE = { rows: 30, columns: 30, values: 2 };

/** Packs as the kernels do, so that the largest code of every place is there. */
function packed(grid: Grid, hypotheses: readonly { readonly cell: number; readonly value: number }[]) {
  const layout = summaryLayout(grid);
  const values = new Float32Array(2 * layout.SUMMARY);
  const row = values.subarray(layout.SUMMARY);
  const add = (word: number, code: number, slot: number, shift: number) => {
    row[word] = (row[word] ?? 0) + code * 2 ** (slot * shift);
  };
  row.set([0.5, -2, 1, 2, 3]);
  for (let cell = 0; cell < layout.CELLS; cell++) {
    const code = (cell % grid.values) + 2 ** layout.VALUE_BITS * (255 - (cell % 256));
    const word = layout.CODES + Math.floor(cell / layout.CODES_PER_WORD);
    add(word, code, cell % layout.CODES_PER_WORD, layout.CODE_SHIFT);
  }
  row[layout.COUNT] = hypotheses.length;
  hypotheses.forEach(({ cell, value }, i) => {
    const word = layout.HYPOTHESES + Math.floor(i / layout.HYPOTHESES_PER_WORD);
    add(word, cell * 2 ** layout.SUPPOSED_BITS + value, i % layout.HYPOTHESES_PER_WORD, layout.HYPOTHESIS_SHIFT);
  });
  return { values, layout };
}

test("a 9 x 9 Sudoku takes 240 bytes per trajectory and iteration", () => {
  const { SUMMARY, VALUE_BITS, CODE_SHIFT, HYPOTHESIS_SHIFT, SUPPOSED_BITS } = summaryLayout(SUDOKU);
  expect(4 * SUMMARY).toBe(240);
  expect([VALUE_BITS, CODE_SHIFT, HYPOTHESIS_SHIFT, SUPPOSED_BITS]).toEqual([4, 12, 12, 4]);
});

test.each([
  ["a 9 x 9 Sudoku", SUDOKU],
  ["a 16 x 16 Sudoku", LARGE_SUDOKU],
  ["a 25 x 25 Sudoku", LETTERS],
  ["a 30 x 30 maze", MAZE],
])("%s is read back as it was packed", (_, grid) => {
  const cells = grid.rows * grid.columns;
  const hypotheses = Array.from({ length: 12 }, (_, i) => ({ cell: cells - 1 - i, value: 1 + (i % grid.values) }));
  hypotheses[11] = { cell: cells - 1, value: grid.values };
  const { values, layout } = packed(grid, hypotheses);
  // Every word is a whole number that an f32 holds exactly.
  for (const word of values.subarray(layout.SUMMARY + layout.CODES)) expect(word).toBeLessThan(2 ** 24);
  const summary = unpackSummary(values, grid);
  const all = Array.from({ length: cells }, (_, cell) => cell);
  expect([...summary.digits.subarray(cells)]).toEqual(all.map((cell) => (cell % grid.values) + 1));
  expect([...summary.confidence.subarray(cells)]).toEqual(all.map((cell) => 255 - (cell % 256)));
  expect([...summary.coords.subarray(3)]).toEqual([1, 2, 3]);
  expect(nudgeStateOf(values, 1, grid).hypotheses).toEqual(hypotheses);
});

test("a grid that no word can hold is refused", () => {
  expect(() => summaryLayout({ rows: 4096, columns: 4096, values: 9 })).toThrow(/does not fit into a word/);
});
