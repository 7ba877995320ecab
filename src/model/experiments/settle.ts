import { SETTLE_RUN } from "../eqr/atRest";
import type { Summary } from "../eqr/backend";
import type { Start } from "./batch";
import type { Lab } from "./lab";

/** Where a start has come to when it is given up: at rest, or at the depth. */
export interface Landing {
  /** Which of the starts. */
  readonly index: number;
  /** First iteration of the stretch below the tolerance; null where it never settled. */
  readonly settledAt: number | null;
  readonly iterations: number;
  readonly residual: number;
  readonly q: number;
  /** [81] decoded digits. */
  readonly digits: Uint8Array;
  /** [81] largest softmax, 255 = 1. */
  readonly confidence: Uint8Array;
  /** The state itself [729 d] where it was asked for, at most a slice of iterations later. */
  readonly state: Float32Array | null;
}

export interface SettleRequest {
  readonly count: number;
  /** Start number i; called once for each, in order, and only when its turn comes. */
  readonly start: (index: number) => Start;
  readonly puzzle: string;
  readonly lambda: number;
  /** Residual below which a state counts as settled once it has stayed there for 3 iterations. */
  readonly tolerance: number;
  /** Iterations at most for each start. */
  readonly depth: number;
  readonly states?: boolean;
}

interface Row {
  readonly index: number;
  iterations: number;
  /** Iterations in a row below the tolerance. */
  resting: number;
  landing: Landing | null;
}

/**
 * Runs any number of starts without noise until each has settled or reached the depth. Whoever has landed leaves the batch
 * and the next start takes the place, so that what settles early costs little. Yields, after every slice, who has landed in
 * it: possibly none.
 */
export async function* settle(lab: Lab, request: SettleRequest): AsyncGenerator<readonly Landing[], void, void> {
  const { count, start, puzzle, lambda, tolerance, depth } = request;
  if (count === 0) return;
  let next = 0;
  const fresh = (n: number): Row[] =>
    Array.from({ length: Math.max(0, Math.min(n, count - next)) }, () => ({
      index: next++,
      iterations: 0,
      resting: 0,
      landing: null,
    }));
  let rows = fresh(lab.room);
  const batch = lab.batch(
    rows.map(({ index }) => start(index)),
    { puzzle, lambda },
  );
  while (rows.length > 0) {
    const ahead = Math.min(...rows.map(({ iterations }) => depth - iterations));
    const { summaries } = await batch.advance(ahead);
    for (const summary of summaries) for (const [i, row] of rows.entries()) observe(row, i, summary);
    const states = request.states && rows.some(({ landing }) => landing) ? await batch.read() : [];
    const landed = rows.flatMap(({ landing }, i) => (landing ? [{ ...landing, state: states[i] ?? null }] : []));
    yield landed;
    if (landed.length === 0) continue;
    const staying = rows.flatMap(({ landing }, i) => (landing ? [] : [i]));
    const added = fresh(lab.room - staying.length);
    rows = [...staying.flatMap((i) => rows[i] ?? []), ...added];
    if (rows.length > 0) batch.become([...staying, ...added.map(({ index }) => start(index))]);
  }
  batch.dispose();

  /** What a row lands with is that of the very iteration: a slice may go further, and how far depends on the device. */
  function observe(row: Row, i: number, { residual, q, digits, confidence }: Summary): void {
    if (row.landing) return;
    const now = residual[i] ?? Number.NaN;
    row.iterations++;
    row.resting = now < tolerance ? row.resting + 1 : 0;
    const settled = row.resting >= SETTLE_RUN;
    if (!settled && row.iterations < depth && Number.isFinite(now)) return;
    row.landing = {
      index: row.index,
      settledAt: settled ? row.iterations - SETTLE_RUN + 1 : null,
      iterations: row.iterations,
      residual: now,
      q: q[i] ?? Number.NaN,
      digits: digits.slice(i * 81, i * 81 + 81),
      confidence: confidence.slice(i * 81, i * 81 + 81),
      state: null,
    };
  }
}
