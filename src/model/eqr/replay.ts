import type { Tensor } from "@tensorflow/tfjs-core";
import { conditionOf, conditionWith } from "../tasks/sudoku/condition";
import type { MapBackend } from "./backend";
import { freshState } from "./freshStart";
import type { NudgeLog } from "./nudges/nudgeLog";
import { type Recipe, sigmaAt } from "./recipe";

/** A state of one trajectory, [1, 729, d]. */
export interface Origin {
  readonly k: number;
  readonly z: Tensor;
}

/**
 * z_k of one trajectory run again alone from an earlier state, which is disposed. A trajectory is a function of the recipe
 * and its index; `log` knows where it was nudged.
 */
export function replay(
  backend: MapBackend,
  recipe: Recipe,
  d: number,
  log: NudgeLog | null,
  trajectory: number,
  from: Origin,
  k: number,
): Tensor {
  const { puzzle, seed, lambda } = recipe;
  const begin = origin(seed, d, log, trajectory, from, k);
  let { z } = begin;
  let x = log ? null : backend.condition(conditionOf(puzzle));
  let stood: unknown = null;
  for (let j = begin.k + 1; j <= k; j++) {
    const hypotheses = log?.stateAt(trajectory, j - 1).hypotheses;
    if (hypotheses && hypotheses !== stood) {
      x?.dispose();
      x = backend.condition(conditionWith(puzzle, hypotheses));
      stood = hypotheses;
    }
    if (!x) break;
    const made = backend.step(z, x, null, { k: j, seed, lambda, sigma: sigmaAt(recipe, j), first: trajectory });
    made.summary.dispose();
    z.dispose();
    z = made.z;
  }
  x?.dispose();
  return z;
}

/** The state to replay from: the latest fresh start before z_k, or the one given. */
function origin(seed: number, d: number, log: NudgeLog | null, trajectory: number, from: Origin, k: number): Origin {
  const begun = log?.cycleAt(trajectory, k - 1);
  if (!begun || begun.cycle === 0 || begun.k < from.k) return from;
  from.z.dispose();
  return { k: begun.k, z: freshState(seed, { trajectory, cycle: begun.cycle }, d) };
}
