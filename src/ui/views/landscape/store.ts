import { createStore } from "zustand/vanilla";

/** Starts that a landscape may be measured with. */
export const LANDSCAPE_STARTS = [16, 32, 64, 128, 256, 1024] as const;

/** How a person has set up the next landscape. */
export interface LandscapeState {
  readonly starts: (typeof LANDSCAPE_STARTS)[number];
  /** Clues of the puzzle to look at: those of the board and so many more, or fewer. */
  readonly clueShift: number;
  /** Whether puzzles with fewer and more clues are measured too. */
  readonly ladder: boolean;
  /** The fixed point that is pointed out. */
  readonly chosen: number | null;
}

/** How far clues can be taken away and added. */
export const CLUE_SHIFTS = { min: -16, max: 16 } as const;

export function createLandscapeStore() {
  return createStore<LandscapeState>()(() => ({ starts: 32, clueShift: 0, ladder: false, chosen: null }));
}

export type LandscapeStore = ReturnType<typeof createLandscapeStore>;
