import { type Share, wilson } from "./wilson";

/**
 * The modes of a landscape that the paper draws, found by measurements with the thresholds below, or why none is found.
 * `absent`: no correct attractor. `together`: correct and spurious attractors. `narrow` and `broad`: correct attractors only,
 * with a basin that few or most starts lie in; a broad one is stable in that its states come to rest. `undecided`: the
 * interval of the share holds the threshold, so more starts are needed.
 */
export type Mode = "absent" | "together" | "narrow" | "broad" | "undecided";

/** What is measured of the landscape of one puzzle, from starts drawn alike. */
export interface ModeMeasurement {
  readonly starts: number;
  /** Starts that settled on a grid that is a solution, on one that is none, and on nothing. */
  readonly correct: number;
  readonly spurious: number;
  readonly unsettled: number;
  /** Whether the state of a solution stays where it is when it is begun there; null where that was not tried. */
  readonly solutionHolds: boolean | null;
}

export const MODE_THRESHOLDS = {
  /** Share of starts on spurious attractors from which they count beside the correct ones. */
  spurious: 0.05,
  /** Share of starts that a broad basin holds more than, a narrow one less; judged by the interval, not by the share. */
  broad: 0.5,
} as const;

export interface Judgement {
  readonly mode: Mode;
  readonly correct: Share;
  readonly spurious: Share;
}

export function judgeMode({ starts, correct, spurious, solutionHolds }: ModeMeasurement): Judgement {
  const shares = { correct: wilson(correct, starts), spurious: wilson(spurious, starts) };
  const exists = correct > 0 || solutionHolds === true;
  const mode = (): Mode => {
    if (!exists) return solutionHolds === false ? "absent" : "undecided";
    if (shares.spurious.share >= MODE_THRESHOLDS.spurious) return "together";
    if (shares.correct.high < MODE_THRESHOLDS.broad) return "narrow";
    return shares.correct.low > MODE_THRESHOLDS.broad ? "broad" : "undecided";
  };
  return { mode: mode(), ...shares };
}
