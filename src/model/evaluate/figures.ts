import { type Share, wilson } from "../analysis/wilson";
import type { Judged } from "./judge";

/** What an iteration of one start costs, and the starts per puzzle. */
export interface Cost {
  readonly breadth: number;
  readonly flopsPerIteration: number;
}

export interface Figures {
  readonly puzzles: number;
  readonly solved: number;
  readonly accuracy: number;
  /** Grids the network believed in, and how many of them are wrong. */
  readonly accepted: number;
  readonly wronglyAccepted: number;
  readonly settled: number;
  readonly wronglySettled: number;
  /** Iterations per puzzle, all starts and cycles together, up to where it ended by itself. */
  readonly meanIterations: number;
  readonly iterations99: number;
  readonly meanGflop: number;
  readonly gflop99: number;
  readonly meanCycles: number;
  /** Iterations in all. */
  readonly iterations: number;
}

export function figuresOf(judged: readonly Judged[], cost: Cost): Figures {
  const count = (test: (one: Judged) => boolean) => judged.filter(test).length;
  const iterations = judged.map(({ answer }) => answer.iterations * cost.breadth);
  const total = sum(iterations);
  const [mean, high] = [total / judged.length, percentile(iterations, 0.99)];
  const gflop = cost.flopsPerIteration / 1e9;
  const solved = count((one) => one.solved);
  return {
    puzzles: judged.length,
    solved,
    accuracy: solved / judged.length,
    accepted: count(({ answer }) => answer.accepted),
    wronglyAccepted: count((one) => one.answer.accepted && !one.solved),
    settled: count(({ answer }) => answer.settled),
    wronglySettled: count((one) => one.answer.settled && !one.solved),
    meanIterations: mean,
    iterations99: high,
    meanGflop: mean * gflop,
    gflop99: high * gflop,
    meanCycles: sum(judged.map(({ answer }) => answer.cycles)) / judged.length,
    iterations: total,
  };
}

/** The shares that are claimed, each with its interval. */
export interface Shares {
  readonly solved: Share;
  /** Of the accepted grids, the right ones. */
  readonly acceptedRight: Share;
  /** Of the settled states, the right ones: how far the attractors are the solutions. */
  readonly settledRight: Share;
  /** Of the solved puzzles, those whose state settled: how far solutions are fixed points, to the tolerance. */
  readonly solvedSettled: Share;
}

export function sharesOf({ puzzles, solved, accepted, wronglyAccepted, settled, wronglySettled }: Figures): Shares {
  const settledRight = settled - wronglySettled;
  return {
    solved: wilson(solved, puzzles),
    acceptedRight: wilson(accepted - wronglyAccepted, accepted),
    settledRight: wilson(settledRight, settled),
    solvedSettled: wilson(settledRight, solved),
  };
}

/** The smallest value that at least this share of all does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
