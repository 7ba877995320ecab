import { describe, expect, it } from "vitest";
import { breadthsUpTo, depthBreadth, joinStarts } from "./depthBreadth";
import { createTable, type TrialTable } from "./trialTable";

/** A table from residuals[puzzle][start][depth]; a negative one is right, NaN not known. */
function tableOf(residuals: number[][][]): TrialTable {
  const depths = [1, 2, 4].slice(0, residuals[0]?.[0]?.length);
  const table = createTable(residuals.length, residuals[0]?.length ?? 0, depths);
  residuals.flat(2).forEach((value, i) => {
    table.residual[i] = Math.abs(value);
    table.right[i] = value < 0 ? 1 : 0;
  });
  return table;
}

const cellOf = (table: TrialTable, depth: number, breadth: number) =>
  depthBreadth(table, breadthsUpTo(table.starts)).find((cell) => cell.depth === depth && cell.breadth === breadth);

describe("depth x breadth", () => {
  it("takes the start of smallest residual in each group, right or not", () => {
    const table = tableOf([[[-0.5], [0.1], [-0.2], [0.3]]]);
    expect(cellOf(table, 1, 1)).toMatchObject({ count: 2, n: 4 });
    expect(cellOf(table, 1, 2)).toMatchObject({ count: 1, n: 2 });
    expect(cellOf(table, 1, 4)).toMatchObject({ count: 0, n: 1, share: 0 });
  });

  it("counts each depth by what stands there", () => {
    const table = tableOf([
      [
        [0.9, -0.1],
        [0.8, 0.2],
      ],
    ]);
    expect(cellOf(table, 1, 2)).toMatchObject({ count: 0, n: 1 });
    expect(cellOf(table, 2, 2)).toMatchObject({ count: 1, n: 1 });
  });

  it("leaves groups out that are not all known, and starts that fill no group", () => {
    const table = tableOf([[[-0.1], [Number.NaN], [-0.3], [0.5], [0.1]]]);
    expect(cellOf(table, 1, 1)).toMatchObject({ count: 2, n: 4 });
    expect(cellOf(table, 1, 2)).toMatchObject({ count: 1, n: 1 });
    expect(cellOf(table, 1, 4)).toMatchObject({ n: 0, low: 0, high: 1 });
  });

  it("counts puzzles where there are several: the first group of each", () => {
    const table = tableOf([
      [[-0.1], [0.05]],
      [[0.1], [-0.05]],
      [[-0.1], [-0.05]],
    ]);
    expect(cellOf(table, 1, 1)).toMatchObject({ count: 2, n: 3 });
    expect(cellOf(table, 1, 2)).toMatchObject({ count: 2, n: 3 });
  });

  it("never chooses a state that broke while there is another", () => {
    expect(cellOf(tableOf([[[Number.POSITIVE_INFINITY], [-9]]]), 1, 2)).toMatchObject({ count: 1, n: 1 });
  });
});

it("joins the starts of two tables", () => {
  const joined = joinStarts(
    tableOf([[[-1, 2]]]),
    tableOf([
      [
        [3, -4],
        [5, 6],
      ],
    ]),
  );
  expect(joined).toMatchObject({ starts: 3, depths: [1, 2] });
  expect([...joined.residual]).toEqual([1, 2, 3, 4, 5, 6]);
  expect([...joined.right]).toEqual([1, 0, 0, 1, 0, 0]);
});

it("has breadths by powers of two", () => {
  expect([breadthsUpTo(0), breadthsUpTo(1), breadthsUpTo(12)]).toEqual([[], [1], [1, 2, 4, 8]]);
});
