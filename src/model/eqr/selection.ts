import { gridAt, phaseAt, type RunRecord, residualAt } from "./record";

/**
 * How one of many starts is chosen without knowing the solution: by the smallest residual (the paper's choice), the
 * largest halting logit, or the grid that most starts decode to.
 */
export type Select = "residual" | "q" | "vote";

/** A single residual may dip by chance: the mean over this many iterations is compared. */
const WINDOW = 3;

/**
 * Trajectories at iteration k, the best first. Broken ones come last; ties go by residual, then by index. With nudges the
 * accepted ones come first, and those under hypotheses after the others: their numbers are about another puzzle.
 */
export function rankAt(record: RunRecord, k: number, select: Select): number[] {
  const key = keyOf(record, k, select);
  const keys = Array.from({ length: record.recipe.breadth }, (_, t) => {
    const value = key(t);
    return [
      Number.isNaN(value) ? BROKEN : standing(record, t, k),
      orLast(value),
      orLast(recentResidual(record, t, k)),
      t,
    ];
  });
  return keys.sort(compareInTurn).map((key) => key.at(-1) ?? 0);
}

const BROKEN = 3;

/** 0 accepted, 1 under the true puzzle (always so without nudges), 2 under hypotheses. */
function standing(record: RunRecord, trajectory: number, k: number): number {
  const phase = phaseAt(record, trajectory, k);
  return phase === "accepted" ? 0 : phase === "nudged" ? 2 : 1;
}

/** [B] for each trajectory, how many decode to the same grid as it does at iteration k, itself among them. */
export function votesAt(record: RunRecord, k: number): number[] {
  const grids = Array.from({ length: record.recipe.breadth }, (_, t) => gridAt(record, t, k).join(""));
  const counts = new Map<string, number>();
  for (const grid of grids) counts.set(grid, (counts.get(grid) ?? 0) + 1);
  return grids.map((grid) => counts.get(grid) ?? 0);
}

/** Mean residual of a trajectory over the last 3 iterations up to k; NaN at the start. */
export function recentResidual(record: RunRecord, trajectory: number, k: number): number {
  const from = Math.max(1, k - WINDOW + 1);
  let sum = 0;
  for (let i = from; i <= k; i++) sum += residualAt(record, trajectory, i);
  return k < from ? Number.NaN : sum / (k - from + 1);
}

/** The number that is smallest for the trajectory to choose. */
function keyOf(record: RunRecord, k: number, select: Select): (trajectory: number) => number {
  switch (select) {
    case "residual":
      return (t) => recentResidual(record, t, k);
    case "q":
      return (t) => -(record.frames[k]?.q[t] ?? Number.NaN);
    case "vote": {
      const votes = votesAt(record, k);
      return (t) => (Number.isFinite(recentResidual(record, t, k)) || k === 0 ? -(votes[t] ?? 0) : Number.NaN);
    }
  }
}

function orLast(value: number): number {
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}

/** By the first number that differs. Written without a difference: infinity minus infinity is NaN. */
function compareInTurn(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i < 0 ? 0 : (a[i] ?? 0) < (b[i] ?? 0) ? -1 : 1;
}
