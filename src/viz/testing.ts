import { type GridTag, letterOf } from "../model/analysis/gridTags";
import type { Anatomy } from "../model/eqr/model/anatomy";
import { defaultRecipe } from "../model/eqr/recipe/recipe";
import type { Frame } from "../model/eqr/record/frame";
import { appendFrame, createRecord, type RunRecord } from "../model/eqr/record/record";
import { emptySummary } from "../model/eqr/record/summary";
import type { RuledGrid } from "./board/geometry";
import type { TrajectoryView } from "./types";

/** For tests: nine by nine cells of nine values, in boxes of three by three. */
export const NINE: RuledGrid = { rows: 9, columns: 9, values: 9, thickRows: [3, 6], thickColumns: [3, 6] };

/** For tests: four by six cells of six values, in boxes of two by three: nothing about it is square but its cells. */
export const OBLONG: RuledGrid = { rows: 4, columns: 6, values: 6, thickRows: [2], thickColumns: [3] };

/** "row 2 column 5", of nine columns. */
export const fakeCellName = (cell: number): string => `row ${Math.floor(cell / 9) + 1} column ${(cell % 9) + 1}`;

/**
 * For tests: a record in which trajectory t has residuals[t][k] at iteration k. Coordinates are (k, t, 0) unless given
 * as coords[t][k] = [x, y].
 */
export function fakeRecord(
  residuals: readonly (readonly number[])[],
  coords?: readonly (readonly (readonly [number, number])[])[],
): RunRecord {
  const breadth = residuals.length;
  const record = createRecord({ ...defaultRecipe(".".repeat(81), "test"), breadth });
  for (let k = 0; k < (residuals[0]?.length ?? 0); k++) {
    const frame: Frame = {
      k,
      ...emptySummary(breadth, record.problem.grid),
      residual: Float32Array.from(residuals, (of) => of[k] ?? Number.NaN),
    };
    for (let t = 0; t < breadth; t++) {
      const [x, y] = coords ? (coords[t]?.[k] ?? [Number.NaN, Number.NaN]) : [k, t];
      frame.coords.set([x, y, 0], t * 3);
    }
    appendFrame(record, frame);
  }
  return record;
}

/** For tests: the valid grid of this number, one of several. */
export function fakeTag(number: number): GridTag {
  return { number, letter: letterOf(number), hue: number };
}

/** For tests: how a trajectory is doing, moving unless `part` says otherwise. */
export function fakeView(part: Partial<TrajectoryView> = {}): TrajectoryView {
  return { index: 0, outcome: "moving", grid: null, residual: 0.1, q: 0, settledAt: null, nudge: null, ...part };
}

/** For tests: a state whose candidates are all alike but for `part`. */
export function fakeAnatomy(part: Partial<Anatomy> = {}): Anatomy {
  return {
    trajectory: 0,
    k: 1,
    logits: new Float32Array(729),
    before: new Float32Array(729),
    lengths: new Float32Array(729).fill(1),
    changes: new Float32Array(729),
    components: new Float32Array(3 * 729),
    axes: { explained: [0.5, 0.3, 0.1], ks: [1] },
    ...part,
  };
}
