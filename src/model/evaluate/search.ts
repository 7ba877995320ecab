import type { Summary } from "../eqr/backend";
import type { Recipe } from "../eqr/recipe";
import type { Select } from "../eqr/selection";
import type { Marks } from "./marks";
import { createNudgedSearch } from "./nudgedSearch";
import { createPureSearch } from "./pureSearch";

/** What a search ended with. */
export interface Found {
  /** The chosen start's grid, 81 digits. */
  readonly grid: string;
  /** Iterations made, of each start. */
  readonly iterations: number;
  /** Whether the network believes in the grid: pure, its q at the end is above NUDGE.accept; nudged, by the protocol. */
  readonly accepted: boolean;
  /** Whether the chosen start had settled; never so under nudges with path noise. */
  readonly settled: boolean;
  /** Cycles begun, all starts together: one a start without nudges. */
  readonly cycles: number;
  /** Residual and halting logit of the chosen start at the end. */
  readonly residual: number;
  readonly q: number;
  /** What would have been answered with less depth and breadth. */
  readonly marks: Marks;
}

/** What an iteration led to. */
export interface Observed {
  /** Set when the puzzle is done with. */
  readonly found: Found | null;
  /** Starts that go on from the z_0 of another cycle. */
  readonly freshStarts: readonly { readonly trajectory: number; readonly cycle: number }[];
  readonly conditionsChanged: boolean;
}

/** One puzzle in the batch: the run it would be on the page, in `breadth` rows. */
export interface Search {
  /** Iterations made so far. */
  readonly k: number;
  /** The conditions of its starts, [breadth * 729]. */
  conditions(): Int32Array;
  /** Takes what the next iteration left behind of its rows. */
  observe(summary: Summary, softmaxOf: (trajectory: number) => Promise<Uint8Array>): Promise<Observed>;
}

/** Opens the search that the recipe asks for; `zero` is the summary of the starts. */
export function openSearch(recipe: Recipe, zero: Summary, select: Select): Search {
  return recipe.nudges > 0 ? createNudgedSearch(recipe, select) : createPureSearch(recipe, zero, select);
}
