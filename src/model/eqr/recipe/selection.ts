import { sigmaIn } from "../nudges/nudge";
import { gridKeyAt, isSettled, phaseAt, type RunRecord, residualAt } from "../record/record";
import { quietAt } from "./schedule";

/**
 * How one of many starts is chosen without knowing the solution (arXiv 2605.21488): by the smallest residual; by a
 * majority vote over the grids of the few starts that come first by it; or by the largest halting logit.
 *
 * Between states at rest the residual says nothing more: how far below the tolerance it is depends on how long ago they
 * settled. There q decides, which is lower where cells are left undecided, as may happen in a puzzle with several solutions
 * (11 such puzzles, 12 starts each, Compact: 9.2 to 10.4 on valid grids but for one of 7.4, 6.2 to 7.4 on the undecided ones).
 * Where no state rests on a wrong grid, as measured on puzzles with one solution, a solved start is chosen either way.
 */
export type Select = "residual" | "q" | "vote";

export const SELECTS: readonly Select[] = ["residual", "q", "vote"];

/** A single residual may dip by chance: the mean over this many iterations is compared. */
export const RESIDUAL_WINDOW = 3;

/** How many starts have a vote: a quarter of them, but three where there are as many. */
export function votersOf(breadth: number): number {
  return Math.min(breadth, Math.max(3, Math.ceil(breadth / 4)));
}

/**
 * Trajectories at iteration k, the best first; of the first `breadth` alone where one is given, which are the run of that
 * breadth. By residual the settled ones come first, those of largest q before the others; by any rule broken ones come last,
 * and ties go by residual, then by index. With nudges the accepted ones come first, and those
 * under hypotheses after the others: their numbers are about another puzzle. In a noisy stretch of annealed noise they are
 * ranked by the last iteration without noise: residuals under noise say little.
 */
export function rankAt(record: RunRecord, k: number, select: Select, breadth = record.recipe.breadth): number[] {
  const read = readAt(record, k);
  const keys = Array.from({ length: breadth }, (_, t): Key => {
    const residual = recentResidual(record, t, read);
    const rests = select !== "q" && isSettled(record, t, read);
    const value = select === "q" || rests ? -(record.frames[read]?.q[t] ?? Number.NaN) : residual;
    // Before the first step no residual is known, and nothing is broken.
    const broken = (Number.isNaN(value) && (select === "q" || k > 0)) || (read < k && isBroken(record, t, k));
    return [broken ? BROKEN : standing(record, t, k), rests ? 0 : 1, orLast(value), orLast(residual), t];
  });
  const order = keys.sort(compareInTurn).map(trajectoryOf);
  return select === "vote" ? byVote(record, read, order) : order;
}

/** The iteration that a ranking at k goes by. A nudged trajectory may have begun anew since the last quiet one. */
function readAt({ recipe }: RunRecord, k: number): number {
  return recipe.nudges > 0 ? k : quietAt(recipe, k);
}

function isBroken(record: RunRecord, trajectory: number, k: number): boolean {
  return !Number.isFinite(residualAt(record, trajectory, k));
}

type Key = readonly number[];

const BROKEN = 3;

const trajectoryOf = (key: Key): number => key.at(-1) ?? 0;

/** 0 accepted, 1 under the true puzzle (always so without nudges), 2 under hypotheses. */
function standing(record: RunRecord, trajectory: number, k: number): number {
  const phase = phaseAt(record, trajectory, k);
  return phase === "accepted" ? 0 : phase === "nudged" ? 2 : 1;
}

/** The voters of an order by residual, those of the commonest grid first; then the others as they were. */
function byVote(record: RunRecord, k: number, order: readonly number[]): number[] {
  const voters = order.slice(0, votersOf(order.length));
  const votes = countAlike(record, k, voters);
  const keys = voters.map((t, i): Key => [-(votes[i] ?? 0), i, t]);
  return [...keys.sort(compareInTurn).map(trajectoryOf), ...order.slice(voters.length)];
}

/** For each of some trajectories, how many of them decode to the same grid at iteration k, itself among them. */
function countAlike(record: RunRecord, k: number, trajectories: readonly number[]): number[] {
  const grids = trajectories.map((t) => gridKeyAt(record, t, k));
  const counts = new Map<string, number>();
  for (const grid of grids) counts.set(grid, (counts.get(grid) ?? 0) + 1);
  return grids.map((grid) => counts.get(grid) ?? 0);
}

/** What the three rules say of the trajectories at one iteration, side by side. */
export interface Selections {
  /** By rule, [B] the trajectories, the best first. */
  readonly orders: Readonly<Record<Select, readonly number[]>>;
  /** By rule, [B] the rank of each trajectory from 1. */
  readonly ranks: Readonly<Record<Select, readonly number[]>>;
  /** [B] how many voters decode to the grid of this trajectory, if it has a vote; else 0. */
  readonly votes: readonly number[];
  readonly voters: number;
}

export function selectionsAt(record: RunRecord, k: number): Selections {
  const residual = rankAt(record, k, "residual");
  const read = readAt(record, k);
  const orders = { residual, vote: byVote(record, read, residual), q: rankAt(record, k, "q") };
  const ranksOf = (order: readonly number[]) => {
    const ranks = order.map(() => 0);
    order.forEach((t, i) => {
      ranks[t] = i + 1;
    });
    return ranks;
  };
  const electorate = orders.vote.slice(0, votersOf(record.recipe.breadth));
  const votes: number[] = orders.vote.map(() => 0);
  countAlike(record, read, electorate).forEach((count, i) => {
    votes[electorate[i] ?? 0] = count;
  });
  const ranks = { residual: ranksOf(orders.residual), vote: ranksOf(orders.vote), q: ranksOf(orders.q) };
  return { orders, ranks, votes, voters: electorate.length };
}

/**
 * Mean residual of a trajectory over the last 3 iterations up to k; NaN at the start. Where k was made without noise, noisy
 * ones do not count.
 */
export function recentResidual(record: RunRecord, trajectory: number, k: number): number {
  const isNoisy = (i: number) => sigmaIn(phaseAt(record, trajectory, i), record.recipe, i) > 0;
  const quiet = k > 0 && !isNoisy(k);
  let from = Math.max(1, k - RESIDUAL_WINDOW + 1);
  while (quiet && isNoisy(from)) from++;
  let sum = 0;
  for (let i = from; i <= k; i++) sum += residualAt(record, trajectory, i);
  return k < from ? Number.NaN : sum / (k - from + 1);
}

function orLast(value: number): number {
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}

/** By the first number that differs. Written without a difference: infinity minus infinity is NaN. */
function compareInTurn(a: Key, b: Key): number {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i < 0 ? 0 : (a[i] ?? 0) < (b[i] ?? 0) ? -1 : 1;
}
