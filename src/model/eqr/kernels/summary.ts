import type { Grid } from "../../tasks/task";
import { PHASES } from "../frame";
import { NUDGE, type NudgeState } from "../nudges/nudge";
import { emptySummary, type Summary, widthsOf } from "../summary";

const HEAD = 5;
const STANDING = HEAD + 41;
const HYPOTHESIS_WORDS = 6;

/** Where the numbers of a trajectory's summary lie (summary.wgsl, standing.wgsl), and how many they are: 236 bytes. */
export const SUMMARY_LAYOUT = {
  CODES: HEAD,
  STANDING,
  REST: STANDING,
  HALTED: STANDING + 1,
  PHASE: STANDING + 2,
  CYCLE: STANDING + 3,
  SINCE: STANDING + 4,
  COUNT: STANDING + 5,
  HYPOTHESES: STANDING + 6,
  HYPOTHESIS_WORDS,
  TRAJECTORY: STANDING + 6 + HYPOTHESIS_WORDS,
  SUMMARY: STANDING + 7 + HYPOTHESIS_WORDS,
} as const;

export const { SUMMARY } = SUMMARY_LAYOUT;

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
export function nudgeStateOf(values: Float32Array, row: number): NudgeState {
  const at = (word: number) => values[row * SUMMARY + word] ?? Number.NaN;
  const { PHASE, CYCLE, SINCE, COUNT, HYPOTHESES } = SUMMARY_LAYOUT;
  const hypotheses = Array.from({ length: at(COUNT) }, (_, i) => {
    const word = at(HYPOTHESES + (i >> 1));
    const code = i % 2 === 0 ? word & 0xfff : word >> 12;
    return { cell: code >> 4, value: code & 0xf };
  });
  return { phase: PHASES[at(PHASE)] ?? "settling", cycle: at(CYCLE), since: at(SINCE), hypotheses };
}

/** Unpacks the summaries of some trajectories, [rows, SUMMARY]. */
export function unpackSummary(values: Float32Array, grid: Grid): Summary {
  const rows = values.length / SUMMARY;
  const summary = emptySummary(rows, grid);
  const { coords, digits: cells } = widthsOf(grid);
  for (let row = 0; row < rows; row++) {
    const part = values.subarray(row * SUMMARY, (row + 1) * SUMMARY);
    summary.residual[row] = part[0] ?? Number.NaN;
    summary.q[row] = part[1] ?? Number.NaN;
    summary.coords.set(part.subarray(2, HEAD), row * coords);
    for (let cell = 0; cell < cells; cell++) {
      const word = part[HEAD + (cell >> 1)] ?? 0;
      const code = cell % 2 === 0 ? word & 0xfff : word >> 12;
      summary.digits[row * cells + cell] = (code & 0xf) + 1;
      summary.confidence[row * cells + cell] = code >> 4;
    }
  }
  return summary;
}
