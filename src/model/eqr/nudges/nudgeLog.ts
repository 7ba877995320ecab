import { cellsOf, type Grid } from "../../tasks/task";
import { type Frame, PHASES } from "../record/frame";
import { FIRST_CYCLE, type NudgeState } from "./nudge";

/** The part of a frame that is about nudges. */
export type NudgeMarks = Required<Pick<Frame, "hypotheses" | "phase" | "cycle">>;

/** The marks of frames without nudges. */
export const PURE: NudgeMarks = { hypotheses: null, phase: null, cycle: null };

/** Where the nudged trajectories of a run stood after each look. */
export interface NudgeLog {
  /** Notes the state after the look at z_k, if it is another one. */
  note(trajectory: number, k: number, state: NudgeState): void;
  /** Where a trajectory stood after the look at z_k: what the step to z_(k+1) was made under. */
  stateAt(trajectory: number, k: number): NudgeState;
  /** The cycle that a trajectory was in after the look at z_k, and the iteration at which it began. */
  cycleAt(trajectory: number, k: number): { readonly cycle: number; readonly k: number };
  /** What the frame of z_k is marked with: what it was made under, and whether it has been accepted. */
  marksAt(k: number): NudgeMarks;
}

export function createNudgeLog(breadth: number, grid: Grid): NudgeLog {
  const cells = cellsOf(grid);
  /** Of each trajectory the states it has been in, the newest last, with the look that led to each. */
  const logs = Array.from({ length: breadth }, () => [{ k: 0, state: FIRST_CYCLE }]);

  const stateAt = (trajectory: number, k: number) =>
    logs[trajectory]?.findLast((entry) => entry.k <= k)?.state ?? FIRST_CYCLE;

  return {
    note(trajectory, k, state) {
      const log = logs[trajectory];
      if (log && !isSame(log.at(-1)?.state, state)) log.push({ k, state });
    },
    stateAt,
    cycleAt(trajectory, k) {
      const { cycle } = stateAt(trajectory, k);
      return { cycle, k: logs[trajectory]?.find((entry) => entry.state.cycle === cycle)?.k ?? 0 };
    },
    marksAt(k) {
      const hypotheses = new Uint8Array(breadth * cells);
      const phase = new Uint8Array(breadth);
      const cycle = new Uint16Array(breadth);
      for (let t = 0; t < breadth; t++) {
        const state = stateAt(t, k - 1);
        for (const { cell, value } of state.hypotheses) hypotheses[t * cells + cell] = value;
        phase[t] = PHASES.indexOf(stateAt(t, k).phase === "accepted" ? "accepted" : state.phase);
        cycle[t] = state.cycle;
      }
      return { hypotheses, phase, cycle };
    },
  };
}

function isSame(a: NudgeState | undefined, b: NudgeState): boolean {
  return a?.cycle === b.cycle && a.since === b.since && a.phase === b.phase;
}
