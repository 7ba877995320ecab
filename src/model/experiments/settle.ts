import { createRest } from "../eqr/record/atRest";
import { rowsOf } from "../eqr/record/summary";
import type { Lab } from "../lab/lab";
import { GOES_ON, type Job, runPool } from "../lab/pool";
import type { Start } from "../lab/rows";
import type { Problem } from "../tasks/task";

/** Where a start has landed: at rest, or at the depth. */
export interface Landing {
  /** Which of the starts. */
  readonly index: number;
  /** First iteration of the stretch below the tolerance; null where it never settled. */
  readonly settledAt: number | null;
  readonly iterations: number;
  readonly residual: number;
  readonly q: number;
  /** [cells] decoded values. */
  readonly digits: Uint8Array;
  /** [cells] largest softmax, 255 = 1. */
  readonly confidence: Uint8Array;
  /** The state itself [size] where it was asked for, at most a slice of iterations later. */
  readonly state: Float32Array | null;
}

export interface SettleRequest {
  readonly count: number;
  /** Start number i; called once for each, in order, and only when its turn comes. */
  readonly start: (index: number) => Start;
  readonly problem: Problem;
  readonly lambda: number;
  /** Residual below which a state counts as settled once it has stayed there for SETTLE_RUN iterations. */
  readonly tolerance: number;
  /** Iterations at most for each start. */
  readonly depth: number;
  readonly states?: boolean;
}

/**
 * Runs any number of starts without noise until each has settled or reached the depth. Yields, after every slice, those
 * that have landed in it: possibly none.
 */
export async function* settle(lab: Lab, request: SettleRequest): AsyncGenerator<readonly Landing[], void, void> {
  const { lambda, states = false } = request;
  for await (const landed of runPool(lab, jobsOf(request), { lambda, states }))
    yield landed.map(({ result, states: [state = null] }) => ({ ...result, state }));
}

function* jobsOf({ count, start, problem, tolerance, depth }: SettleRequest): Generator<Job<Omit<Landing, "state">>> {
  const inputs = [problem.input];
  for (let index = 0; index < count; index++) {
    const rest = createRest(tolerance);
    let iterations = 0;
    yield {
      starts: [start(index)],
      inputs: () => inputs,
      ahead: () => depth - iterations,
      observe(summary, row) {
        const now = summary.residual[row] ?? Number.NaN;
        rest.observe(now);
        iterations++;
        const { settledAt } = rest;
        if (settledAt === null && iterations < depth && Number.isFinite(now)) return GOES_ON;
        const { digits, confidence } = rowsOf(summary, row, row + 1, problem.grid);
        const ends = { residual: now, q: summary.q[row] ?? Number.NaN, digits, confidence };
        return { landed: { index, settledAt, iterations, ...ends } };
      },
    };
  }
}
