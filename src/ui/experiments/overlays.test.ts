import { expect, it } from "vitest";
import type { Basis } from "../../model/eqr/record/frame";
import type { RunRecord } from "../../model/eqr/record/record";
import { digitsOf } from "../../model/tasks/sudoku/grid";
import { fakeRecord } from "../../viz/testing";
import { kickedOn, overlaysOf } from "./overlays";
import type { ExperimentState } from "./store";

const decay = Array.from({ length: 120 }, (_, k) => (k === 0 ? Number.NaN : 0.8 ** k));
const record = fakeRecord([decay, decay]);
const origin = { recipe: record.recipe, trajectory: 0, k: 50 };
const ending = { settledAt: null, residual: 1, q: 0, digits: new Uint8Array(81) };
const course = { home: [], kicked: [0.5, 0.4], distance: [], cells: [], path: null };
const kick: ExperimentState<"kick"> = {
  status: "done",
  request: { kind: "kick", origin, perturbation: { kind: "erase", cells: null }, draw: 0, depth: 9 },
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
  expect(kicked).toEqual({ name: "kicked", from: 50, values: [expect.closeTo(0.8 ** 50, 8), 0.5, 0.4] });
  // The trajectory falls by exactly the predicted factor: the two must coincide.
  slope?.values.forEach((value, i) => {
    const seen = decay[slope.from + i];
    if (seen !== undefined) expect(value / seen).toBeCloseTo(1, 4);
  });
  expect(slope?.values.at(-1)).toBeLessThanOrEqual(1e-7);
});

it("puts the kicked path on the map it was measured on, in what it came to", () => {
  const window = { k: 9, flipped: [false, false, false] as const };
  const basis: Basis = { id: 2, explained: [1, 0, 0], states: 9, fromK: 0, toK: 9, window };
  const path = { basis: 2, coords: [1, 2, 3, 4, 5, 6] };
  const onMap: RunRecord = { ...record, basis };
  const hit = (settledAt: number | null, digits = ending.digits): ExperimentState<"kick"> => ({
    ...kick,
    result: { ...kick.result, path, kickedEnding: { ...ending, settledAt, digits } },
  });
  expect(kickedOn(onMap, 0, hit(3))).toEqual({
    trajectory: 0,
    k: 50,
    coords: path.coords,
    outcome: "settled-other",
    grid: null,
  });
  expect(kickedOn(onMap, 0, hit(null))?.outcome).toBe("wandering");
  const solution = Uint8Array.from(
    digitsOf("534678912672195348198342567859761423426853791713924856961537284287419635345286179"),
  );
  expect(kickedOn(onMap, 0, hit(3, solution))?.outcome).toBe("settled-valid");
  expect(kickedOn(onMap, 1, hit(3))).toBeNull();
  expect(kickedOn({ ...onMap, basis: { ...basis, id: 3 } }, 0, hit(3))).toBeNull();
  expect(kickedOn(onMap, 0, idle)).toBeNull();
});

const idle = { status: "idle", request: null, partial: null } as const;

it("draws nothing of another trajectory, another run, or a fixed point that repels", () => {
  expect(overlaysOf(record, 1, kick, stability)).toEqual([]);
  const other = fakeRecord([decay]);
  expect(overlaysOf({ ...other, recipe: { ...other.recipe, seed: 9 } }, 0, kick, stability)).toEqual([]);
  expect(overlaysOf(record, 0, idle, { ...stability, result: { ...result, predicted: 1.1 } })).toEqual([]);
});
