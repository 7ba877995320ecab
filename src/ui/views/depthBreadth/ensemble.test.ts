import { describe, expect, it } from "vitest";
import { breadthsUpTo, depthBreadth } from "../../../model/analysis/depthBreadth";
import { createTable } from "../../../model/analysis/trialTable";
import { defaultRecipe, type Recipe } from "../../../model/eqr/recipe/recipe";
import { appendFrame, createRecord, type RunRecord } from "../../../model/eqr/record/record";
import { digitsOf } from "../../../model/tasks/sudoku/grid";
import { describeGrid, startsKnown, startsRequest, tableOfRun } from "./ensemble";

const solved = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";
const recipe: Recipe = { ...defaultRecipe(".".repeat(81), "m"), breadth: 2, depth: 8 };

/** A run of two starts, the first of which is right from iteration 3 on. */
function recordOf(frames: number, changes: Partial<Recipe> = {}): RunRecord {
  const record = createRecord({ ...recipe, ...changes });
  for (let k = 0; k < frames; k++) {
    const digits = new Uint8Array(162).fill(1);
    if (k >= 3) digits.set(digitsOf(solved));
    appendFrame(record, {
      k,
      residual: Float32Array.of(k === 0 ? Number.NaN : 0.1, 0.2),
      q: new Float32Array(2),
      coords: new Float32Array(6),
      digits,
      confidence: new Uint8Array(162),
    });
  }
  return record;
}

describe("the starts of a run", () => {
  it("are known at the depths it has reached", () => {
    const { residual, right, depths } = tableOfRun(recordOf(6));
    expect(depths).toEqual([1, 2, 4, 8]);
    expect([...residual]).toEqual([0.1, 0.1, 0.1, Number.NaN, 0.2, 0.2, 0.2, Number.NaN].map(Math.fround));
    expect([...right]).toEqual([0, 0, 1, 0, 0, 0, 0, 0]);
  });

  it("stand still where the run has ended with all at rest", () => {
    const record = recordOf(6);
    record.end = { kind: "settled" };
    expect(tableOfRun(record).residual[3]).toBeCloseTo(0.1);
    expect(tableOfRun(record).right[3]).toBe(1);
  });

  it("of a nudged run are not of this kind", () => {
    expect(tableOfRun(recordOf(6, { nudges: 4 })).starts).toBe(0);
    expect(startsRequest({ ...recipe, nudges: 4 }, 16)).toMatchObject({ first: 0, starts: 16, recipe: { nudges: 0 } });
  });
});

describe("starts beside a run", () => {
  const request = startsRequest(recipe, 5);
  const table = createTable(1, 3, [1, 2, 4, 8]);
  table.residual.fill(0.05);

  it("are those that the run does not have", () => {
    expect(request).toMatchObject({ first: 2, starts: 3, puzzles: [recipe.puzzle] });
    expect(startsRequest(recipe, 2)).toBeNull();
  });

  it("join those of the run, unless they are of another law", () => {
    if (!request) throw new Error("no request");
    expect(startsKnown(recordOf(9), { request, table }).starts).toBe(5);
    expect(startsKnown(recordOf(9, { lambda: 0.5 }), { request, table }).starts).toBe(2);
    expect(startsKnown(recordOf(9, { depth: 64 }), { request, table })).toMatchObject({
      starts: 5,
      depths: [1, 2, 4, 8],
    });
    // A run that has grown to the same starts does not count them twice.
    expect(startsKnown(recordOf(9), { request: { ...request, first: 0 }, table }).starts).toBe(3);
  });
});

it("reads a run with annealed noise where it was last without, at depths in a noisy stretch", () => {
  const annealed = { sigma: 0.1, noisyFor: 1, period: 2 };
  // Iteration 3 is noisy, 2 is the last quiet one before it: the start is right from 3 on.
  const [plain, annealing] = [{}, annealed].map((changes) => tableOfRun(recordOf(9, changes), [2, 3, 4]));
  expect([...(plain?.right.subarray(0, 3) ?? [])]).toEqual([0, 1, 1]);
  expect([...(annealing?.right.subarray(0, 3) ?? [])]).toEqual([0, 0, 1]);
});

it("sets feed-forward against all there is, with intervals", () => {
  const table = tableOfRun(recordOf(9));
  expect(describeGrid(depthBreadth(table, breadthsUpTo(2)), "groups of starts")).toBe(
    "Feed-forward, one start: right in 0 of 2 groups of starts (95 % interval 0–66 %). Depth 8: 1 of 2 (95 % interval 9–91 %); best of 2: 1 of 1 (95 % interval 21–100 %).",
  );
  expect(describeGrid([], "puzzles")).toBeNull();
});
