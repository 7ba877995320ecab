import type { Tensor } from "@tensorflow/tfjs-core";
import { supposed } from "../../tasks";
import type { Problem } from "../../tasks/task";
import type { MapBackend } from "../backend/backend";
import { sigmaIn } from "../nudges/nudge";
import type { NudgeLog } from "../nudges/nudgeLog";
import type { Recipe } from "../recipe/recipe";
import { freshState } from "./freshStart";

/** A state of one trajectory, [1, size]. */
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
  problem: Problem,
  log: NudgeLog | null,
  trajectory: number,
  from: Origin,
  k: number,
): Tensor {
  const { seed, lambda } = recipe;
  const begin = origin(backend, seed, log, trajectory, from, k);
  let { z } = begin;
  let x = log ? null : backend.condition([problem.input]);
  let stood: unknown = null;
  for (let j = begin.k + 1; j <= k; j++) {
    const { hypotheses, phase = null } = log?.stateAt(trajectory, j - 1) ?? {};
    if (hypotheses && hypotheses !== stood) {
      x?.dispose();
      x = backend.condition([supposed(problem, hypotheses)]);
      stood = hypotheses;
    }
    if (!x) break;
    const made = backend.step(z, x, null, { k: j, seed, lambda, sigma: sigmaIn(phase, recipe, j), first: trajectory });
    made.summary.dispose();
    z.dispose();
    z = made.z;
  }
  x?.dispose();
  return z;
}

/** The state to replay from: the latest fresh start before z_k, or the one given. */
function origin(
  backend: MapBackend,
  seed: number,
  log: NudgeLog | null,
  trajectory: number,
  from: Origin,
  k: number,
): Origin {
  const begun = log?.cycleAt(trajectory, k - 1);
  if (!begun || begun.cycle === 0 || begun.k < from.k) return from;
  from.z.dispose();
  return { k: begun.k, z: freshState(backend, seed, { trajectory, cycle: begun.cycle }) };
}
