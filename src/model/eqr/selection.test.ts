import { describe, expect, it } from "vitest";
import { recordOf } from "./fixtures/record";
import { rankAt, recentResidual, votesAt } from "./selection";

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

  it("puts the largest halting logit first", () => {
    const record = recordOf(recipe, (_, t) => ({ q: [-2, 5, 0, Number.NaN][t] }));
    expect(rankAt(record, 5, "q")).toEqual([1, 2, 0, 3]);
  });

  it("puts the grid with most votes first, ties and voters among themselves by residual", () => {
    const digits = [1, 2, 2, 1];
    const residuals = [0.4, 0.3, 0.2, 0.1];
    const record = recordOf(recipe, (_, t) => ({ digit: digits[t], residual: residuals[t] }));
    expect(votesAt(record, 5)).toEqual([2, 2, 2, 2]);
    expect(rankAt(record, 5, "vote")).toEqual([3, 2, 1, 0]);
    const majority = recordOf(recipe, (_, t) => ({ digit: t === 3 ? 1 : 2, residual: residuals[t] }));
    expect(rankAt(majority, 5, "vote")).toEqual([2, 1, 0, 3]);
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
