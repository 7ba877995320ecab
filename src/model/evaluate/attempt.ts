import type { Recipe } from "../eqr/recipe/recipe";
import type { Select } from "../eqr/recipe/selection";
import type { Job } from "../lab/pool";
import type { Problem } from "../tasks/task";
import type { Marks } from "./marks";

/** How an attempt ended. */
export interface AttemptResult {
  /** The chosen start's grid, its values as digits. */
  readonly grid: string;
  /** Iterations made, of each start. */
  readonly iterations: number;
  /** Whether the network believes in the grid: pure, its q at the end is above NUDGE.accept; nudged, by the protocol (nudge.ts). */
  readonly accepted: boolean;
  /** Whether the chosen start had come to rest: pure, it had settled; nudged, it was accepted, which takes rest. */
  readonly settled: boolean;
  /** Cycles begun, all starts together: one per start without nudges. */
  readonly cycles: number;
  /** Residual and halting logit of the chosen start at the end. */
  readonly residual: number;
  readonly q: number;
  /** What would have been answered with less depth and breadth. */
  readonly marks: Marks;
}

/** One puzzle in the batch: the run it would be on the page, in `breadth` rows. */
export type Attempt = Pick<Job<AttemptResult>, "inputs" | "noise" | "ahead" | "wants" | "observe">;

export interface AttemptRequest {
  /** Its puzzle is not used. */
  readonly recipe: Recipe;
  readonly problem: Problem;
  readonly select: Select;
}
