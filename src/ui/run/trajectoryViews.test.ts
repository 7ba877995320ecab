import { expect, it } from "vitest";
import { defaultRecipe } from "../../model/eqr/recipe/recipe";
import { PHASES } from "../../model/eqr/record/frame";
import { appendFrame, createRecord, type RunRecord } from "../../model/eqr/record/record";
import { digitsOf } from "../../model/tasks/sudoku/grid";
import { decidedAt, trajectoryViewsAt } from "./trajectoryViews";

const solved = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";
/** The rows of two bands swapped: another valid grid. */
const other = solved.slice(27, 54) + solved.slice(0, 27) + solved.slice(54);
const wrong = `${solved.slice(0, 80)}1`;

/** A run whose trajectory t has the residuals rows[t] from iteration 1 on, and always decodes to grids[t]. */
function recordOf(grids: string[], rows: number[][], puzzle = ".".repeat(81)): RunRecord {
  const record = createRecord({ ...defaultRecipe(puzzle, "m"), breadth: grids.length, tolerance: 1e-4 });
  for (let k = 0; k <= (rows[0]?.length ?? 0); k++)
    appendFrame(record, {
      k,
      residual: Float32Array.from(rows, (row) => (k === 0 ? Number.NaN : (row[k - 1] ?? Number.NaN))),
      q: new Float32Array(grids.length),
      coords: new Float32Array(grids.length * 3),
      digits: Uint8Array.from(grids.flatMap((grid) => [...digitsOf(grid)])),
      confidence: new Uint8Array(grids.length * 81).fill(255),
    });
  return record;
}

const falls = (from: number, count: number) => Array.from({ length: count }, (_, i) => (i + 1 < from ? 0.1 : 1e-5));

it("tells settled on a valid grid from settled on something else", () => {
  const record = recordOf([solved, wrong], [falls(3, 8), falls(3, 8)]);
  expect(trajectoryViewsAt(record, 8).map(({ outcome }) => outcome)).toEqual(["settled-valid", "settled-other"]);
});

it("calls a valid grid that drops a given something else", () => {
  const puzzle = `9${".".repeat(80)}`;
  expect(trajectoryViewsAt(recordOf([solved], [falls(1, 5)], puzzle), 5)[0]?.outcome).toBe("settled-other");
});

it("numbers the grids by which was settled on first", () => {
  const record = recordOf([other, solved, solved], [falls(6, 12), falls(3, 12), falls(4, 12)]);
  expect(trajectoryViewsAt(record, 12).map(({ grid }) => grid?.number ?? null)).toEqual([1, 0, 0]);
  expect(trajectoryViewsAt(record, 6).map(({ grid }) => grid?.number ?? null)).toEqual([null, 0, 0]);
});

it("looks at the cursor, not at the end of the record", () => {
  const record = recordOf([solved], [falls(5, 12)]);
  expect(trajectoryViewsAt(record, 6)[0]).toMatchObject({ outcome: "moving", settledAt: null });
  expect(trajectoryViewsAt(record, 7)[0]).toMatchObject({ outcome: "settled-valid", settledAt: 5 });
});

it("finds the stretch of a state that was shaken loose later", () => {
  const record = recordOf([solved], [[0.1, 1e-5, 1e-5, 1e-5, 1e-5, 0.2, 0.2]]);
  expect(trajectoryViewsAt(record, 5)[0]).toMatchObject({ outcome: "settled-valid", settledAt: 2 });
  expect(trajectoryViewsAt(record, 7)[0]?.outcome).toBe("moving");
});

it("counts only open cells as decided", () => {
  const record = recordOf([solved], [falls(1, 3)], `5${".".repeat(80)}`);
  expect(decidedAt(record, 0, 3)).toEqual({ decided: 80, open: 80 });
  record.frames[3]?.confidence.fill(120, 0, 11);
  expect(decidedAt(record, 0, 3)).toEqual({ decided: 70, open: 80 });
});

/** The same run with nudges: trajectory t has been accepted from iteration accepted[t] on. */
function nudged(record: RunRecord, accepted: readonly number[]): RunRecord {
  const same = createRecord(record.recipe);
  record.frames.forEach((frame, k) => {
    const phase = Uint8Array.from(accepted, (at) => PHASES.indexOf(k >= at ? "accepted" : "nudged"));
    const hypotheses = new Uint8Array(accepted.length * 81);
    accepted.forEach((at, t) => {
      if (k < at) hypotheses.set([3, 0, 4], t * 81);
    });
    appendFrame(same, { ...frame, phase, hypotheses, cycle: new Uint16Array(accepted.length).fill(2) });
  });
  return same;
}

it("takes an accepted trajectory by the grid that was accepted, though noise keeps it from settling", () => {
  const restless = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1];
  const record = nudged(recordOf([solved, wrong, other], [restless, restless, restless]), [3, 4, 99]);
  record.frames[6]?.digits.fill(1, 0, 81);
  const views = trajectoryViewsAt(record, 6);
  expect(views.map(({ outcome }) => outcome)).toEqual(["accepted-valid", "accepted-other", "moving"]);
  expect(views.map(({ grid }) => grid?.number ?? null)).toEqual([0, 1, null]);
  expect(views[0]?.nudge).toEqual({ phase: "accepted", cycle: 2, hypotheses: 0, acceptedAt: 3 });
  expect(views[2]?.nudge).toEqual({ phase: "nudged", cycle: 2, hypotheses: 2, acceptedAt: null });
  expect(trajectoryViewsAt(record, 2)[0]?.outcome).toBe("moving");
});

it("does not call a state settled that rests under hypotheses", () => {
  const record = nudged(recordOf([solved], [falls(1, 6)]), [99]);
  expect(trajectoryViewsAt(record, 6)[0]).toMatchObject({ outcome: "moving", nudge: { hypotheses: 2 } });
});
