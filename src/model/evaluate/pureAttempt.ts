import { scalesOf } from "../analysis/scales";
import { NUDGE } from "../eqr/nudges/nudge";
import { quietAt, sigmaAt } from "../eqr/recipe/schedule";
import { rankAt } from "../eqr/recipe/selection";
import { SETTLE_RUN } from "../eqr/record/atRest";
import type { Frame } from "../eqr/record/frame";
import { appendFrame, createRecord, decodedAt, isSettled, residualAt } from "../eqr/record/record";
import { rowsOf, type Summary } from "../eqr/record/summary";
import { createHalting } from "../eqr/run/halting";
import { GOES_ON } from "../lab/pool";
import { textOf } from "../tasks/task";
import type { Attempt, AttemptRequest, AttemptResult } from "./attempt";
import { createMarks } from "./marks";

/** Nothing that chooses looks further back than this from where it reads; older frames are dropped, as an attempt may take long. */
const KEPT = 4;
const GONE: Frame = {
  k: -1,
  residual: new Float32Array(0),
  q: new Float32Array(0),
  coords: new Float32Array(0),
  digits: new Uint8Array(0),
  confidence: new Uint8Array(0),
};

/**
 * The paper's way: it ends at the recipe's depth, or once all starts have settled, or as many as the recipe stops after, and
 * one of them is chosen.
 */
export function createPureAttempt({ recipe, problem, select }: AttemptRequest, zero: Summary): Attempt {
  const { breadth, depth } = recipe;
  const record = createRecord({ ...recipe, puzzle: problem.text });
  const trajectories = Array.from({ length: breadth }, (_, t) => t);
  const inputs = trajectories.map(() => problem.input);
  let dropped = 0;
  const scales = scalesOf(recipe);
  const marks = createMarks(scales);
  /** The run of each breadth, with the grid it ended with; the last one is this attempt. */
  const runs = scales.breadths.map((breadth) => ({
    breadth,
    halting: createHalting({ ...recipe, breadth, haltRun: SETTLE_RUN, budget: 0 }),
    answer: null as string | null,
  }));
  appendFrame(record, { k: 0, ...zero });

  /** What a start holds where it was last without noise. */
  const answerAt = (start: number, k: number) => textOf(decodedAt(record, start, quietAt(recipe, k)));
  const bestOf = (k: number, breadth: number) => rankAt(record, k, select, breadth)[0] ?? 0;
  const gridOf = (k: number) => (breadth: number) =>
    runs.find((run) => run.breadth === breadth)?.answer ?? answerAt(bestOf(k, breadth), k);

  function resultOf(k: number): AttemptResult {
    const best = bestOf(k, breadth);
    const read = quietAt(recipe, k);
    const q = record.frames[read]?.q[best] ?? Number.NaN;
    return {
      grid: answerAt(best, k),
      iterations: k,
      accepted: q > NUDGE.accept,
      settled: isSettled(record, best, read),
      cycles: breadth,
      residual: residualAt(record, best, read),
      q,
      marks: marks.end(gridOf(k)),
    };
  }

  return {
    inputs: () => inputs,
    noise: (k) => trajectories.map((trajectory) => ({ trajectory, k, sigma: sigmaAt(recipe, k) })),
    ahead: () => depth - record.frames.length + 1,
    observe(all, row) {
      const summary = rowsOf(all, row, row + breadth, problem.grid);
      const k = record.frames.length;
      appendFrame(record, { k, ...summary });
      for (; dropped <= quietAt(recipe, k) - KEPT; dropped++) record.frames[dropped] = GONE;
      for (const run of runs)
        if (run.answer === null && run.halting.observe(summary)) run.answer = gridOf(k)(run.breadth);
      marks.observe(k, gridOf(k));
      return runs.at(-1)?.answer === null ? GOES_ON : { landed: resultOf(k) };
    },
  };
}
