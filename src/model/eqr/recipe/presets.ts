import { FIELDS, type NumericField } from "./recipe";
import type { Select } from "./selection";

/**
 * The two kinds of breadth, never to be quoted for one another. Pure is the paper's: Gaussian starts and path noise.
 * Nudged is ours (nudge.ts): random hypotheses too, and fresh starts, until the network accepts a state of its own.
 */
export type BreadthKind = "pure" | "nudged";

export function breadthKind({ nudges }: { readonly nudges: number }): BreadthKind {
  return nudges > 0 ? "nudged" : "pure";
}

/** Each kind in one sentence. */
export const BREADTH_KINDS: Readonly<Record<BreadthKind, string>> = {
  pure: "Gaussian starts and path noise only, as in the paper",
  nudged: "random hypotheses beside the Gaussian noise, released before a state is accepted; not the paper's",
};

/** A setting of the recipe that figures are given for. What it leaves out is at its default. */
export interface Preset {
  readonly title: string;
  readonly fields: Readonly<Partial<Record<NumericField, number>>>;
  readonly select: Select;
  /** Iterations that an evaluation may spend on a puzzle, of all starts and cycles together; null for depth x breadth. */
  readonly budget: number | null;
}

export const PRESETS = {
  /** The paper's dynamics where they settle: at lambda 0.7 and without noise a solved state is an exact fixed point. */
  pure: {
    title: "Pure",
    fields: { lambda: 0.7, sigma: 0, depth: 256, breadth: 32, nudges: 0 },
    select: "residual",
    budget: null,
  },
  /**
   * Pure breadth that goes on searching: the noise shakes every start for three quarters of a period and lets it settle in
   * the last quarter, over and over. The first start that settles ends the run.
   */
  deep: {
    title: "Deep",
    fields: {
      lambda: 0.5,
      sigma: 0.2,
      noisyFor: 192,
      period: 256,
      depth: 4096,
      breadth: 16,
      nudges: 0,
      stopCount: 1,
    },
    select: "residual",
    budget: null,
  },
  /**
   * For puzzles that need guesses. Its breadth is one trajectory's cycles, one after another, so that a puzzle costs no more
   * than the cycles up to the first accepted one. An evaluation stops there and needs no depth; on the page a run has
   * this depth at most, and a larger breadth runs more such searches side by side.
   */
  extreme: {
    title: "Extreme",
    fields: { lambda: 0.75, sigma: 0.1, depth: 4096, breadth: 1, nudges: 3 },
    select: "q",
    budget: 32_768,
  },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof PRESETS;

/** What makes a preset's dynamics; depth and breadth only say how much of them is run. */
const DYNAMICS = ["lambda", "sigma", "noisyFor", "period", "nudges"] as const satisfies readonly NumericField[];

/** The preset whose dynamics a recipe has, null for values of one's own. */
export function presetOf(fields: Readonly<Record<NumericField, number>>): PresetName | null {
  const names = Object.keys(PRESETS) as PresetName[];
  const found = names.find((name) => {
    const wanted: Preset["fields"] = PRESETS[name].fields;
    return DYNAMICS.every((field) => fields[field] === (wanted[field] ?? FIELDS[field].default));
  });
  return found ?? null;
}
