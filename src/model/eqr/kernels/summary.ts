import type { Grid } from "../../tasks/task";
import { PHASES } from "../frame";
import { NUDGE, type NudgeState } from "../nudges/nudge";
import { emptySummary, type Summary, widthsOf } from "../summary";
import { codeAt, summaryLayout } from "./packing";

/** The protocol of nudges (nudge.ts) as constants of standing.wgsl. */
export const NUDGE_CONSTANTS = {
  SETTLE: NUDGE.settle,
  EVERY: NUDGE.every,
  LOOK: NUDGE.look,
  RELEASE: NUDGE.release,
  ACCEPT: NUDGE.accept,
  UNDECIDED_PERCENT: NUDGE.undecided * 100,
} as const;

/** Where the nudges of a row stand, from its summary. */
export function nudgeStateOf(values: Float32Array, row: number, grid: Grid): NudgeState {
  const layout = summaryLayout(grid);
  const { SUMMARY, PHASE, CYCLE, SINCE, COUNT, HYPOTHESES, SUPPOSED_BITS } = layout;
  const at = (word: number) => values[row * SUMMARY + word] ?? Number.NaN;
  const hypotheses = Array.from({ length: at(COUNT) }, (_, i) => {
    const code = codeAt(at, HYPOTHESES, layout.HYPOTHESES_PER_WORD, layout.HYPOTHESIS_SHIFT, i);
    return { cell: code >> SUPPOSED_BITS, value: code & (2 ** SUPPOSED_BITS - 1) };
  });
  return { phase: PHASES[at(PHASE)] ?? "settling", cycle: at(CYCLE), since: at(SINCE), hypotheses };
}

/** Unpacks the summaries of some trajectories, [rows, SUMMARY]. */
export function unpackSummary(values: Float32Array, grid: Grid): Summary {
  const { SUMMARY, CODES, CELLS, CODES_PER_WORD, CODE_SHIFT, VALUE_BITS } = summaryLayout(grid);
  const rows = values.length / SUMMARY;
  const summary = emptySummary(rows, grid);
  const { coords } = widthsOf(grid);
  for (let row = 0; row < rows; row++) {
    const part = values.subarray(row * SUMMARY, (row + 1) * SUMMARY);
    const at = (word: number) => part[word] ?? 0;
    summary.residual[row] = part[0] ?? Number.NaN;
    summary.q[row] = part[1] ?? Number.NaN;
    summary.coords.set(part.subarray(2, CODES), row * coords);
    for (let cell = 0; cell < CELLS; cell++) {
      const code = codeAt(at, CODES, CODES_PER_WORD, CODE_SHIFT, cell);
      summary.digits[row * CELLS + cell] = (code & (2 ** VALUE_BITS - 1)) + 1;
      summary.confidence[row * CELLS + cell] = code >> VALUE_BITS;
    }
  }
  return summary;
}
