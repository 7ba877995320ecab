import { PHASES, type RunEnd } from "./frame";
import type { Recipe } from "./recipe";

/** A run goes on this long after the last trajectory settled, so that the residual chart shows the floor it reached. */
export const SETTLED_TAIL = 32;

export interface Halting {
  /** Takes the residuals [B] of the next iteration, and with nudges the phases [B]; says whether the run ends with it. */
  observe(residual: ArrayLike<number>, phase?: ArrayLike<number> | null): RunEnd | null;
  /** Iterations that can be computed in one go without running past the end. */
  ahead(): number;
}

const ACCEPTED = PHASES.indexOf("accepted");

/**
 * When a run ends by itself: at its depth, or once every trajectory has been at rest for `tail` iterations. At rest is
 * a residual below the tolerance. A nudged trajectory must have been accepted too: before that it may be at rest under
 * hypotheses, or on something the network does not believe, and a fresh start is to come. With noise that never ends no
 * residual falls, so acceptance alone is its rest. All this depends on the recipe alone, never on how many iterations
 * are computed in one go.
 */
export function createHalting(recipe: Recipe, tail = SETTLED_TAIL): Halting {
  const { depth, breadth, tolerance, sigma, coolAt, nudges } = recipe;
  const neverSettles = nudges > 0 && sigma > 0 && coolAt === 0;
  const resting = new Int32Array(breadth);
  let k = 0;
  return {
    observe(residual, phase = null) {
      k++;
      for (let t = 0; t < breadth; t++) {
        const still = neverSettles || (residual[t] ?? Number.NaN) < tolerance;
        resting[t] = still && (nudges === 0 || phase?.[t] === ACCEPTED) ? (resting[t] ?? 0) + 1 : 0;
      }
      if (resting.every((run) => run >= tail)) return { kind: neverSettles ? "accepted" : "settled" };
      return k >= depth ? { kind: "depth" } : null;
    },
    ahead: () => Math.min(depth - k, tail - Math.min(...resting)),
  };
}
