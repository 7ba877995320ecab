import type { Grid } from "../../tasks/task";
import type { SearchSummary } from "../backend/search";
import { NUDGE, type NudgeState } from "../nudges/nudge";
import { PHASES } from "../record/frame";
import { type Summary, widthsOf } from "../record/summary";
import { codeAt, summaryLayout } from "./packing";

/** The protocol of nudges (nudge.ts) as constants of standing.wgsl. */
export const NUDGE_CONSTANTS = {
  SETTLE: NUDGE.settle,
  EVERY: NUDGE.every,
  LOOK: NUDGE.look,
  RELEASE: NUDGE.release,
  REST_WITHIN: NUDGE.rest,
  ACCEPT: NUDGE.accept,
  UNDECIDED_PERCENT: NUDGE.undecided * 100,
} as const;

/** Where trajectories stand at the start, [trajectories, SUMMARY]: nothing but which they are, and when they begin. */
export function firstRecords(trajectories: readonly number[], born: number, grid: Grid): Float32Array {
  const { SUMMARY, TRAJECTORY, BORN } = summaryLayout(grid);
  const records = new Float32Array(trajectories.length * SUMMARY);
  for (const [row, trajectory] of trajectories.entries()) {
    records[row * SUMMARY + TRAJECTORY] = trajectory;
    records[row * SUMMARY + BORN] = born;
  }
  return records;
}

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

/** Unpacks the summaries of some trajectories, [rows, SUMMARY]: the grids when they are first asked for, as often none is. */
export function unpackSummary(values: Float32Array, grid: Grid): Summary {
  const { SUMMARY, CODES } = summaryLayout(grid);
  const rows = values.length / SUMMARY;
  const { coords } = widthsOf(grid);
  const heads = {
    residual: new Float32Array(rows),
    q: new Float32Array(rows),
    coords: new Float32Array(rows * coords),
  };
  for (let row = 0; row < rows; row++) {
    const part = values.subarray(row * SUMMARY, (row + 1) * SUMMARY);
    heads.residual[row] = part[0] ?? Number.NaN;
    heads.q[row] = part[1] ?? Number.NaN;
    heads.coords.set(part.subarray(2, CODES), row * coords);
  }
  let grids: Grids | null = null;
  const unpacked = () => {
    grids ??= unpackGrids(values, rows, grid);
    return grids;
  };
  return {
    ...heads,
    get digits() {
      return unpacked().digits;
    },
    get confidence() {
      return unpacked().confidence;
    },
  };
}

type Grids = Pick<Summary, "digits" | "confidence">;

function unpackGrids(values: Float32Array, rows: number, grid: Grid): Grids {
  const { SUMMARY, CODES, CELLS, CODES_PER_WORD, CODE_SHIFT, VALUE_BITS } = summaryLayout(grid);
  const [digits, confidence] = [new Uint8Array(rows * CELLS), new Uint8Array(rows * CELLS)];
  for (let row = 0; row < rows; row++) {
    const at = (word: number) => values[row * SUMMARY + word] ?? 0;
    for (let cell = 0; cell < CELLS; cell++) {
      const code = codeAt(at, CODES, CODES_PER_WORD, CODE_SHIFT, cell);
      digits[row * CELLS + cell] = (code & (2 ** VALUE_BITS - 1)) + 1;
      confidence[row * CELLS + cell] = code >> VALUE_BITS;
    }
  }
  return { digits, confidence };
}

/** The summaries of some trajectories of a search, with where each stands. */
export function unpackSearchSummary(values: Float32Array, grid: Grid): SearchSummary {
  const { SUMMARY, PHASE, CYCLE, SINCE } = summaryLayout(grid);
  const summary = unpackSummary(values, grid);
  return {
    residual: summary.residual,
    q: summary.q,
    coords: summary.coords,
    get digits() {
      return summary.digits;
    },
    get confidence() {
      return summary.confidence;
    },
    standing(from, to) {
      const column = (word: number) =>
        Array.from({ length: to - from }, (_, i) => values[(from + i) * SUMMARY + word] ?? Number.NaN);
      return { phase: column(PHASE), cycle: column(CYCLE), since: column(SINCE) };
    },
  };
}
