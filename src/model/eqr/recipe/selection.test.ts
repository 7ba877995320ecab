import { describe, expect, it } from "vitest";
import { recordOf } from "../fixtures/record";
import { rankAt, recentResidual, SELECTS, selectionsAt, votersOf } from "./selection";

const recipe = { breadth: 4, depth: 5 };

describe("rankAt", () => {
  it("puts the smallest residual of the last three iterations first", () => {
    // Trajectory 0 dips at the last iteration only; trajectory 2 was small throughout.
    const residuals = [0.3, 0.2, 0.1, 0.4];
    const record = recordOf(recipe, (k, t) => ({ residual: k === 5 && t === 0 ? 0.05 : residuals[t] }));
    expect(rankAt(record, 5, "residual")).toEqual([2, 1, 0, 3]);
    expect(recentResidual(record, 0, 5)).toBeCloseTo((0.3 + 0.3 + 0.05) / 3, 6);
    expect(recentResidual(record, 0, 1)).toBeCloseTo(0.3, 6);
  });

  it("puts a settled state that the network believes in before one that has settled deeper", () => {
    const residuals = [1e-7, 1e-5, 1e-6, 2e-3];
    const q = [7.4, 9.7, 9.8, 12];
    const record = recordOf(recipe, (_, t) => ({ residual: residuals[t], q: q[t], digit: t === 0 ? 5 : 6 }));
    expect(rankAt(record, 5, "residual")).toEqual([2, 1, 0, 3]);
    expect(rankAt(record, 5, "vote")).toEqual([2, 1, 0, 3]);
    // Before they have been at rest for three iterations, the residual alone.
    expect(rankAt(record, 2, "residual")).toEqual([0, 2, 1, 3]);
  });

  it("goes by the last iterations without noise while annealed noise is on", () => {
    // Quiet: 3, 4 and 7, 8. Under noise trajectory 1 looks better, at rest trajectory 0 is.
    const annealed = { breadth: 3, depth: 10, sigma: 0.1, noisyFor: 2, period: 4 };
    const isQuiet = (k: number) => k % 4 === 3 || k % 4 === 0;
    const record = recordOf(annealed, (k, t) => ({
      residual: t === 2 && k === 10 ? Number.POSITIVE_INFINITY : isQuiet(k) ? [0.01, 0.2, 0.1][t] : [0.9, 0.1, 0.5][t],
      q: isQuiet(k) ? -t : t,
      digit: isQuiet(k) ? t + 1 : 9,
    }));
    expect(rankAt(record, 2, "residual")).toEqual([1, 2, 0]);
    for (const k of [4, 6, 8, 9]) expect(rankAt(record, k, "residual"), `at ${k}`).toEqual([0, 2, 1]);
    expect(recentResidual(record, 0, 4)).toBeCloseTo(0.01, 6);
    expect(rankAt(record, 9, "q")).toEqual([0, 1, 2]);
    // No two grids are alike where it was quiet: the vote goes by the residuals.
    expect(rankAt(record, 9, "vote")).toEqual([0, 2, 1]);
    expect(selectionsAt(record, 9).votes).toEqual([1, 1, 1]);
    // One that has broken since comes last.
    expect(rankAt(record, 10, "residual")).toEqual([0, 1, 2]);
  });

  it("puts the largest halting logit first", () => {
    const record = recordOf(recipe, (_, t) => ({ q: [-2, 5, 0, Number.NaN][t] }));
    expect(rankAt(record, 5, "q")).toEqual([1, 2, 0, 3]);
  });

  it("lets the three smallest residuals vote: the grid of the majority first, its voters by residual", () => {
    const digits = [1, 2, 2, 1];
    const residuals = [0.4, 0.3, 0.2, 0.1];
    const record = recordOf(recipe, (_, t) => ({ digit: digits[t], residual: residuals[t] }));
    // Trajectory 0 has no vote, or its grid would win.
    expect(rankAt(record, 5, "vote")).toEqual([2, 1, 3, 0]);
    const tie = recordOf({ breadth: 2, depth: 5 }, (_, t) => ({ digit: t + 1, residual: 1 - t / 2 }));
    expect(rankAt(tie, 5, "vote")).toEqual([1, 0]);
  });

  it("gives a quarter of many starts a vote, and all of a few", () => {
    expect([1, 2, 3, 4, 12, 13, 128].map(votersOf)).toEqual([1, 2, 3, 3, 3, 4, 32]);
  });

  it("ranks the first starts as the run of that breadth would", () => {
    const residuals = [0.3, 0.2, 0.1, 0.05];
    const digits = [1, 1, 2, 2];
    const many = recordOf(recipe, (_, t) => ({ residual: residuals[t], digit: digits[t], q: -t }));
    const few = recordOf({ breadth: 3, depth: 5 }, (_, t) => ({ residual: residuals[t], digit: digits[t], q: -t }));
    for (const select of SELECTS) expect(rankAt(many, 5, select, 3)).toEqual(rankAt(few, 5, select));
  });

  it.each(["residual", "q", "vote"] as const)(
    "puts a broken trajectory last by %s, and keeps the order of starts",
    (select) => {
      const record = recordOf(recipe, (_, t) => (t === 1 ? { residual: Number.NaN, q: Number.NaN } : {}));
      expect(rankAt(record, 5, select)).toEqual([0, 2, 3, 1]);
      expect(
        rankAt(
          recordOf(recipe, () => ({})),
          0,
          select,
        ),
      ).toEqual([0, 1, 2, 3]);
    },
  );
});

it("lays the three rules side by side", () => {
  const record = recordOf(recipe, (_, t) => ({
    residual: [0.4, 0.3, 0.2, 0.1][t],
    digit: [1, 2, 2, 1][t],
    q: [5, 1, 2, 3][t],
  }));
  const { orders, ranks, votes, voters } = selectionsAt(record, 5);
  expect(orders).toEqual({ residual: [3, 2, 1, 0], vote: [2, 1, 3, 0], q: [0, 3, 2, 1] });
  expect(ranks).toEqual({ residual: [4, 3, 2, 1], vote: [4, 2, 1, 3], q: [1, 4, 3, 2] });
  expect([votes, voters]).toEqual([[0, 2, 2, 1], 3]);
});
