import { expect, it } from "vitest";
import { fakeRecord } from "../../viz/testing";
import { overlaysOf } from "./overlays";
import type { ExperimentState } from "./store";

const decay = Array.from({ length: 120 }, (_, k) => (k === 0 ? Number.NaN : 0.8 ** k));
const record = fakeRecord([decay, decay]);
const origin = { recipe: record.recipe, trajectory: 0, k: 50 };
const ending = { settledAt: null, residual: 1, q: 0, digits: new Uint8Array(81) };
const course = { home: [], kicked: [0.5, 0.4], distance: [], cells: [] };
const kick: ExperimentState<"kick"> = {
  status: "done",
  request: { kind: "kick", origin, blow: { kind: "erase", cells: null }, draw: 0, depth: 9 },
  result: { ...course, outcome: "same", homeEnding: ending, kickedEnding: ending },
};
const result = { eigenvalues: [], products: 9, residuals: [], predicted: 0.8, measured: null, residual: 1e-7 };
const stability: ExperimentState<"stability"> = {
  status: "done",
  request: { kind: "stability", origin, steps: 9 },
  result,
};

it("draws the kicked state from the kick on, and the predicted slope through where the trajectory settled", () => {
  const [kicked, slope] = overlaysOf(record, 0, kick, stability);
  expect(kicked).toEqual({ name: "kicked", from: 51, values: [0.5, 0.4] });
  // The trajectory falls by exactly the predicted factor: the two must coincide.
  slope?.values.forEach((value, i) => {
    const seen = decay[slope.from + i];
    if (seen !== undefined) expect(value / seen).toBeCloseTo(1, 4);
  });
  expect(slope?.values.at(-1)).toBeLessThanOrEqual(1e-7);
});

const idle = { status: "idle", request: null, partial: null } as const;

it("draws nothing of another trajectory, another run, or a fixed point that repels", () => {
  expect(overlaysOf(record, 1, kick, stability)).toEqual([]);
  const other = fakeRecord([decay]);
  expect(overlaysOf({ ...other, recipe: { ...other.recipe, seed: 9 } }, 0, kick, stability)).toEqual([]);
  expect(overlaysOf(record, 0, idle, { ...stability, result: { ...result, predicted: 1.1 } })).toEqual([]);
});
