import { type Share, wilson } from "../analysis/wilson";
import { percentile } from "./figures";
import type { Judged } from "./judge";

/** Puzzles that a propagating solver finds about as hard: of `from` to `to` guesses. */
export interface DifficultyBand {
  readonly from: number;
  readonly to: number;
  readonly solved: Share;
  /** Of each start; NaN of no puzzles. */
  readonly medianIterations: number;
}

const BANDS = [
  [0, 0],
  [1, 4],
  [5, 19],
  [20, 99],
  [100, Number.POSITIVE_INFINITY],
] as const;

/** What became of the puzzles by difficulty; bands without puzzles are left out, and so are unrated puzzles. */
export function byDifficulty(judged: readonly Judged[]): DifficultyBand[] {
  return BANDS.flatMap(([from, to]) => {
    const some = judged.filter(({ answer: { guesses } }) => guesses !== null && guesses >= from && guesses <= to);
    if (some.length === 0) return [];
    const iterations = some.map(({ answer }) => answer.iterations);
    return [
      {
        from,
        to,
        solved: wilson(some.filter(({ solved }) => solved).length, some.length),
        medianIterations: percentile(iterations, 0.5),
      },
    ];
  });
}
