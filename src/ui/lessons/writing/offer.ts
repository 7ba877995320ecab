import type { RunRecord } from "../../../model/eqr/record/record";
import type { Reached } from "../course";
import { type MeasureName, measuresOf } from "../measures";

/** What the run on the page offers to ask about. */
export interface Offer {
  /** What each measure is now; NaN where it is not known. */
  readonly found: Readonly<Record<MeasureName, number>>;
  /** States that the run has reached, or may reach. */
  readonly states: readonly Reached[];
}

/** Of a run at an iteration; `letters` of its trajectories' grids. Nothing is known without a run. */
export function offerOf(record: RunRecord | null, cursor: number, letters: readonly (string | null)[]): Offer {
  const found = measuresOf(record);
  const named = [...new Set(letters)].filter((letter) => letter !== null).sort();
  const settled = Math.max(1, found.settled || 1);
  return {
    found,
    states: [
      { kind: "ended" },
      ...(cursor > 0 ? [{ kind: "iteration", k: cursor } as const] : []),
      { kind: "settled", count: settled },
      ...named.map((letter) => ({ kind: "settledOn", letter }) as const),
    ],
  };
}
