import { acceptedAt, cycleAt } from "../../model/eqr/nudges/nudgeRecord";
import { type Arrival, arrivalAt, outcomeAt } from "../../model/eqr/outcome";
import { confidenceAt, gridKeyAt, phaseAt, type RunRecord, residualAt, suppositionsAt } from "../../model/eqr/record";
import { DECIDED } from "../../viz/board/cell";
import type { NudgeStanding, TrajectoryView } from "../../viz/types";

/** How every trajectory of a run is drawn at iteration k. */
export function trajectoryViewsAt(record: RunRecord, k: number): TrajectoryView[] {
  const arrivals = Array.from({ length: record.recipe.breadth }, (_, t) => arrivalAt(record, t, k));
  const grids = numberGrids(record, arrivals);
  return arrivals.map((arrival, t) => ({
    index: t,
    outcome: outcomeAt(record, t, k, arrival),
    grid: grids[t] ?? null,
    residual: residualAt(record, t, k),
    q: record.frames[k]?.q[t] ?? Number.NaN,
    settledAt: arrival?.kind === "settled" ? arrival.since : null,
    nudge: standingAt(record, t, k),
  }));
}

function standingAt(record: RunRecord, t: number, k: number): NudgeStanding | null {
  const phase = phaseAt(record, t, k);
  if (!phase) return null;
  const hypotheses = suppositionsAt(record, t, k)?.reduce((count, digit) => count + (digit > 0 ? 1 : 0), 0) ?? 0;
  return { phase, cycle: cycleAt(record, t, k) ?? 0, hypotheses, acceptedAt: acceptedAt(record, t, k) };
}

/** Cells that the puzzle leaves open, and how many of them a trajectory has made up its mind about at iteration k. */
export function decidedAt(record: RunRecord, trajectory: number, k: number): { decided: number; open: number } {
  const confidence = confidenceAt(record, trajectory, k);
  let open = 0;
  let decided = 0;
  record.problem.input.forEach((given, cell) => {
    if (given > 0) return;
    open++;
    if ((confidence?.[cell] ?? 0) >= DECIDED) decided++;
  });
  return { decided, open };
}

/** Numbers the distinct grids that trajectories have arrived at from 0, in the order in which each was first reached. */
function numberGrids(record: RunRecord, arrivals: readonly (Arrival | null)[]): (number | null)[] {
  const arrived = arrivals.flatMap((arrival, t) => (arrival ? [{ ...arrival, t }] : []));
  arrived.sort((a, b) => a.since - b.since || a.t - b.t);
  const numbers = new Map<string, number>();
  const grids: (number | null)[] = arrivals.map(() => null);
  for (const { t, readAt } of arrived) {
    const key = gridKeyAt(record, t, readAt);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    grids[t] = number;
  }
  return grids;
}
