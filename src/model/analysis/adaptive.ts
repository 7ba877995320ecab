import type { TrialTable } from "./trialTable";
import { type Share, wilson } from "./wilson";

/** How long one puzzle's starts took to settle. */
export interface PuzzleTime {
  readonly puzzle: number;
  readonly guesses: number;
  /** Starts that have ended, settled or not. */
  readonly starts: number;
  readonly settled: number;
  /** Of those that settled, how many decode to a solution. */
  readonly right: number;
  /** Iterations to settle: of the fastest start, the median and the slowest; infinite where that one did not settle. */
  readonly fastest: number;
  readonly median: number;
  readonly slowest: number;
}

/** Puzzles of similar difficulty. */
export interface TimeBand {
  readonly from: number;
  /** Guesses at most, infinite for the last band. */
  readonly to: number;
  readonly puzzles: number;
  /** Median over the puzzles of their medians; infinite where half of them do not settle. */
  readonly median: number;
  /** 95 % interval of the median, by its order statistics; null of fewer than 6 puzzles, which cannot bound it. */
  readonly interval: readonly [number, number] | null;
  /** Starts that settled, of all starts that have ended. */
  readonly settled: Share;
}

/** Bands of guesses: none, few, some, many. */
const BANDS = [
  [0, 0],
  [1, 4],
  [5, 19],
  [20, Number.POSITIVE_INFINITY],
] as const;

/** The puzzles of a set of which a start has ended, with their times. Those without a known difficulty are left out. */
export function puzzleTimes(table: TrialTable): PuzzleTime[] {
  const { puzzles, starts, depths } = table;
  return Array.from({ length: puzzles }, (_, puzzle) => puzzle).flatMap((puzzle) => {
    const guesses = table.guesses[puzzle] ?? -1;
    const ended: number[] = [];
    let right = 0;
    for (let start = puzzle * starts; start < (puzzle + 1) * starts; start++) {
      const at = table.settledAt[start] ?? 0;
      if (at !== 0) ended.push(at > 0 ? at : Number.POSITIVE_INFINITY);
      if (at > 0) right += table.right[(start + 1) * depths.length - 1] ?? 0;
    }
    if (guesses < 0 || ended.length === 0) return [];
    ended.sort((a, b) => a - b);
    return {
      puzzle,
      guesses,
      starts: ended.length,
      settled: ended.filter(Number.isFinite).length,
      right,
      fastest: ended[0] ?? Number.POSITIVE_INFINITY,
      median: medianOf(ended),
      slowest: ended.at(-1) ?? Number.POSITIVE_INFINITY,
    };
  });
}

/** Times by bands of difficulty; bands without puzzles are left out. */
export function timeBands(times: readonly PuzzleTime[]): TimeBand[] {
  return BANDS.flatMap(([from, to]) => {
    const members = times.filter(({ guesses }) => guesses >= from && guesses <= to);
    if (members.length === 0) return [];
    const medians = members.map(({ median }) => median).sort((a, b) => a - b);
    const sum = (of: (time: PuzzleTime) => number) => members.reduce((total, time) => total + of(time), 0);
    return {
      from,
      to,
      puzzles: members.length,
      median: medianOf(medians),
      interval: medianInterval(medians),
      settled: wilson(
        sum(({ settled }) => settled),
        sum(({ starts }) => starts),
      ),
    };
  });
}

/** The lower of the two in the middle, so that it is a value that occurs; NaN of none. */
export function medianOf(sorted: readonly number[]): number {
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
}

/**
 * 95 % interval of a median by order statistics: values number r and n + 1 - r, with r the largest for which a binomial of
 * n and 1/2 falls below r with a chance of at most 2.5 %. Null where there is none (n < 6).
 */
export function medianInterval(sorted: readonly number[]): readonly [number, number] | null {
  const n = sorted.length;
  let chance = 0.5 ** n;
  let below = chance;
  let r = 0;
  while (below <= 0.025 && r < n / 2) {
    r++;
    chance *= (n - r + 1) / r;
    below += chance;
  }
  if (r === 0) return null;
  return [sorted[r - 1] ?? Number.NaN, sorted[n - r] ?? Number.NaN];
}
