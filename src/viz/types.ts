/** What the pictures are handed. They draw it and report gestures; they hold no state of the run. */
import type { Phase } from "../model/eqr/frame";
import type { NudgeCycle } from "../model/eqr/nudges/nudgeRecord";
import type { Outcome } from "../model/eqr/outcome";
import type { RunRecord } from "../model/eqr/record";

export type { Outcome } from "../model/eqr/outcome";

/** How a nudged trajectory stands at the cursor (model/eqr/nudge.ts). */
export interface NudgeStanding {
  readonly phase: Phase;
  /** From 0; it counts the fresh starts. */
  readonly cycle: number;
  /** Hypotheses under which the state was made. */
  readonly hypotheses: number;
  /** The iteration whose state was accepted; null while none was. */
  readonly acceptedAt: number | null;
}

/** How one trajectory is drawn at the cursor. */
export interface TrajectoryView {
  readonly index: number;
  readonly outcome: Outcome;
  /** Which of the distinct settled or accepted grids this is (0, 1, 2, ... in order of appearance), null before that. */
  readonly grid: number | null;
  readonly residual: number;
  readonly q: number;
  readonly settledAt: number | null;
  /** Null or left out without nudges. */
  readonly nudge?: NudgeStanding | null;
}

export interface BoardProps {
  /** [81] 0 blank, 1..9. */
  readonly givens: Uint8Array;
  /** [81] decoded digits of the selected trajectory at the cursor, null before there is a run. */
  readonly decoded: Uint8Array | null;
  /** [81] largest softmax, 255 = 1. */
  readonly confidence: Uint8Array | null;
  /** [81 * 9] softmax, 255 = 1; null while it is not known: the confidence alone is drawn. */
  readonly softmax: Uint8Array | null;
  /** [81] digits that stand as hypotheses in the selected trajectory at the cursor, 0 where none does; null without nudges. */
  readonly hypotheses?: Uint8Array | null;
  /** Cells of givens that break a rule. */
  readonly conflicts: ReadonlySet<number>;
  /** Cell with the keyboard focus. */
  readonly cell: number;
  readonly onCell: (cell: number) => void;
  /** 0 erases. */
  readonly onDigit: (cell: number, digit: number) => void;
  /** Cells that a person has brushed; null while nothing is to be brushed. */
  readonly brushed?: readonly number[] | null;
  readonly onBrush?: (cell: number, on: boolean) => void;
}

/** A line that an experiment adds to the residual chart. */
export interface ChartOverlay {
  readonly name: string;
  /** Iteration of the first value. */
  readonly from: number;
  /** Residuals. */
  readonly values: readonly number[];
}

/** Where a kick has taken a trajectory, on the axes of the map. */
export interface KickedTrack {
  readonly trajectory: number;
  /** Iteration of the state that was kicked. */
  readonly k: number;
  /** Three coordinates an iteration after the kick, from 0. */
  readonly coords: readonly number[];
  readonly outcome: Outcome;
}

export interface ResidualChartProps {
  readonly record: RunRecord | null;
  /** record.revision, so that a change in place is seen. */
  readonly revision: number;
  readonly views: readonly TrajectoryView[];
  readonly cursor: number;
  readonly depth: number;
  readonly tolerance: number;
  readonly selected: number;
  readonly hovered: number | null;
  /** The cycles of the selected trajectory as far as the run has come; none without nudges. */
  readonly cycles: readonly NudgeCycle[];
  readonly showQ: boolean;
  readonly overlays?: readonly ChartOverlay[];
  readonly onCursor: (k: number) => void;
  readonly onHover: (trajectory: number | null) => void;
  readonly onSelect: (trajectory: number) => void;
}

export interface TrajectoryMapProps {
  readonly record: RunRecord | null;
  readonly revision: number;
  readonly views: readonly TrajectoryView[];
  readonly cursor: number;
  readonly selected: number;
  readonly hovered: number | null;
  /** The cycles of the selected trajectory as far as the run has come; none without nudges. */
  readonly cycles: readonly NudgeCycle[];
  /** Which of the 3 principal axes lie across and up, or distance to the selected settled state against residual. */
  readonly axes: readonly [number, number];
  readonly kicked?: KickedTrack | null;
  readonly reducedMotion: boolean;
  readonly onCursor: (k: number) => void;
  readonly onHover: (trajectory: number | null) => void;
  readonly onSelect: (trajectory: number) => void;
}
