/** What the pictures are handed. They draw it and report gestures; they hold no state of the run. */
import type { GridTag } from "../model/analysis/gridTags";
import type { Phase } from "../model/eqr/record/frame";
import type { Outcome } from "../model/eqr/record/outcome";

/** Where a nudged trajectory is in its cycle, at the cursor (model/eqr/nudges/nudge.ts). */
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
  /** Which grid it has settled on or was accepted with; null before that. */
  readonly grid: GridTag | null;
  readonly residual: number;
  readonly q: number;
  readonly settledAt: number | null;
  /** The first iteration whose state was no longer finite; null or left out where all are. */
  readonly brokenAt?: number | null;
  /** Null or left out without nudges. */
  readonly nudge?: NudgeStanding | null;
}
