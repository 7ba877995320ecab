import * as v from "valibot";
import { oneOf, readFields, wholeWithin } from "../fields";
import type { Setup } from "../view";

/** Starts that a landscape may be measured with. */
export const LANDSCAPE_STARTS = [16, 32, 64, 128, 256, 1024] as const;

/** How a person has set up the next landscape. */
export interface LandscapeState {
  readonly starts: (typeof LANDSCAPE_STARTS)[number];
  /** Clues of the puzzle to look at: those of the board and n more, or fewer. */
  readonly clueShift: number;
  /** Whether puzzles with fewer and more clues are measured too. */
  readonly ladder: boolean;
  /** The fixed point that is pointed out; a link leaves it out. */
  readonly chosen: number | null;
}

/** How far clues can be taken away and added. */
export const CLUE_SHIFTS = { min: -16, max: 16 } as const;

/** "32:-4:0": starts, clue shift, ladder. */
export const landscapeSetup: Setup<LandscapeState> = {
  initial: { starts: 32, clueShift: 0, ladder: false, chosen: null },
  write: ({ starts, clueShift, ladder }) => [starts, clueShift, ladder ? 1 : 0].join(":"),
  read: (text) => readFields(Fields, text),
};

const Fields = v.pipe(
  v.strictTuple([oneOf(LANDSCAPE_STARTS), wholeWithin(CLUE_SHIFTS.min, CLUE_SHIFTS.max), v.picklist(["0", "1"])]),
  v.transform(
    ([starts, clueShift, ladder]): LandscapeState => ({ starts, clueShift, ladder: ladder === "1", chosen: null }),
  ),
);
