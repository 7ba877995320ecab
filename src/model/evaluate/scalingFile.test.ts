import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { addAnswer, differenceOf, type ScalingFile, ScalingFileSchema, scalingGrid, scalingLines } from "./scalingFile";

const begun: ScalingFile = {
  model: "m",
  sha256: "ab",
  set: "two puzzles",
  rows: { from: 801, to: 802, sha256: "cd" },
  lambda: 0.7,
  sigma: 0,
  seed: 1,
  tolerance: 1e-3,
  select: "residual",
  budget: 4,
  depths: [1, 2, 4],
  breadths: [1, 2],
  puzzles: 0,
  solved: [
    [0, 0, 0],
    [0, 0],
  ],
  iterations: 0,
  pending: [801, 802],
  date: "2026-01-31",
  command: "npm run eval",
};

const first = addAnswer(begun, 802, {
  index: 1,
  iterations: 5,
  solved: [
    [false, true, true],
    [true, true],
  ],
});
const done = addAnswer(first, 801, {
  index: 0,
  iterations: 7,
  solved: [
    [false, false, true],
    [false, true],
  ],
});

describe("the scaling file", () => {
  it("counts puzzle by puzzle until none is pending", () => {
    expect(first).toMatchObject({
      puzzles: 1,
      pending: [801],
      solved: [
        [0, 1, 1],
        [1, 1],
      ],
    });
    expect(done).toMatchObject({
      puzzles: 2,
      iterations: 12,
      solved: [
        [0, 1, 2],
        [1, 2],
      ],
    });
    expect(done).not.toHaveProperty("pending");
    expect(() => addAnswer(done, 801, { index: 0, iterations: 1, solved: [] })).toThrow("not among the pending");
    for (const file of [begun, first, done])
      expect(v.parse(ScalingFileSchema, JSON.parse(JSON.stringify(file)))).toEqual(file);
  });

  it("knows whether it is of the same measurement, however far it is", () => {
    expect(differenceOf(first, begun)).toBeNull();
    expect(differenceOf({ ...first, date: "2026-02-01" }, begun)).toBeNull();
    expect(differenceOf(first, { ...begun, budget: 8 })).toBe("budget");
    expect(differenceOf(first, { ...begun, sha256: "other" })).toBe("sha256");
    expect(differenceOf(first, { ...begun, rows: { ...begun.rows, sha256: "ef" } })).toBe("rows");
  });

  it("gives the cells with their intervals, and those that were not measured without cases", () => {
    const cells = scalingGrid(done);
    expect(cells.map(({ breadth, depth, count, n }) => [breadth, depth, count, n])).toEqual([
      [1, 1, 0, 2],
      [1, 2, 1, 2],
      [1, 4, 2, 2],
      [2, 1, 1, 2],
      [2, 2, 2, 2],
      [2, 4, 0, 0],
    ]);
    expect(cells[1]?.low).toBeGreaterThan(0);
    expect(cells[1]?.high).toBeLessThan(1);
  });

  it("is printed as a table that a README can hold", () => {
    expect(scalingLines(done).slice(2)).toEqual([
      "| depth | breadth 1 | breadth 2 |",
      "|---|---|---|",
      "| 1 | 0 (0.0 %) | 1 (50.0 %) |",
      "| 2 | 1 (50.0 %) | 2 (100.0 %) |",
      "| 4 | 2 (100.0 %) | – |",
    ]);
    expect(scalingLines(done)[0]).toContain("Solved of 2 by the start of smallest residual, two puzzles");
  });

  it.each([
    [
      {
        solved: [
          [1, 2, 3],
          [1, 2],
        ],
      },
      "more are solved",
    ],
    [{ solved: [[0, 1, 2]] }, "differ in length"],
    [{ solved: [[0, 1, 2, 2], [1]] }, "more depths than there are"],
    [{ depths: [1, 4, 2] }, "does not rise"],
    [{ date: "today" }, "not a date"],
    [{ select: "q" }, "residual"],
  ])("refuses %j", (changes, words) => {
    const result = v.safeParse(ScalingFileSchema, { ...done, ...changes });
    expect(result.issues?.[0]?.message).toContain(words);
  });
});
