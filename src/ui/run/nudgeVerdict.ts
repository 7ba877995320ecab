import { NUDGE } from "../../model/eqr/nudges/nudge";
import type { NudgeCycle } from "../../model/eqr/nudges/nudgeRecord";
import { hypothesesWords } from "../../viz/nudges/words";
import { isSettledOutcome, isValidOutcome } from "../../viz/outcome";
import type { NudgeStanding, TrajectoryView } from "../../viz/types";
import { say } from "../../words/say";
import type { Piece } from "./piece";

/**
 * A nudged trajectory in a sentence: under what it is, what was released, what was accepted. `cycles` are its cycles up to
 * the cursor, `numbers` what changes at every iteration.
 */
export function ofNudged(
  view: TrajectoryView,
  nudge: NudgeStanding,
  cycles: readonly NudgeCycle[],
  numbers: readonly Piece[],
): Piece[] {
  const { outcome } = view;
  const name: Piece = { text: say`Trajectory ${view.index + 1} ` };
  const cycle = cycles.at(-1);
  switch (nudge.phase) {
    case "settling":
      return cycle && nudge.cycle > 0
        ? [
            { text: say`${endOf(cycles.at(-2))}; trajectory ${view.index + 1} ` },
            { text: say`made a fresh start`, outcome, term: "cycle" },
            { text: say` at iteration ${cycle.from}` },
            ...numbers,
          ]
        : [name, { text: say`goes without hypotheses so far`, outcome, term: "nudges" }, ...numbers];
    case "nudged":
      return [
        name,
        { text: say`is under ${hypothesesWords(nudge.hypotheses)}`, outcome, term: "hypothesis" },
        { text: say` in cycle ${nudge.cycle + 1}` },
        ...numbers,
      ];
    case "releasing": {
      const released = cycle?.releasedAt ?? 0;
      return [
        name,
        { text: say`was released`, outcome, term: "released" },
        {
          text: say` at iteration ${released}: no hypothesis is left, and no noise. It is accepted if it comes to rest by iteration ${released + NUDGE.rest} and the network still believes in it.`,
        },
      ];
    }
    case "accepted":
      return [
        name,
        { text: say`was accepted`, outcome, term: "accepted" },
        {
          text: say` at iteration ${nudge.acceptedAt ?? 0}, after the release at ${cycle?.releasedAt ?? 0}; its grid is `,
        },
        { text: isValidOutcome(outcome) ? say`valid` : say`not valid`, outcome, term: "valid" },
        { text: isSettledOutcome(outcome) ? say`, and it has settled.` : "." },
      ];
  }
}

function endOf(cycle: NudgeCycle | undefined): string {
  if (!cycle) return say`The cycle before came to nothing`;
  return say`Cycle ${cycle.cycle + 1} ${cycle.fate === "rejected" ? say`was rejected` : say`expired`}`;
}

/** All of them: how many have been accepted is the news, not how many rest. */
export const NUDGED_WORDS = {
  done: say` been accepted`,
  none: say`No start has been accepted yet.`,
  noneOfMany: (n: number, k: number) => say`None of ${n} starts was accepted in ${k} iterations.`,
  noneOfOne: (k: number) => say`It was not accepted in ${k} iterations.`,
  restOver: [say`; the other one was not`, say`; the others were not`],
} as const;
