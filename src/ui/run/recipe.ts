import { type Recipe, same } from "../../model/eqr/recipe/recipe";
import { type NoiseSchedule, sigmaAt } from "../../model/eqr/recipe/schedule";

/**
 * Whether a run by the changed recipe goes through the same states up to iteration k, so that it may be shown from
 * there on: a greater depth, another tolerance, or noise that differs only after k.
 */
export function keepsPast(before: Recipe, after: Recipe, k: number): boolean {
  const { sigma, noisyFor, period } = before;
  return (
    before.breadth === after.breadth &&
    same(before, { ...after, sigma, noisyFor, period }, "steps") &&
    after.depth >= k &&
    sameNoiseUpTo(before, after, k)
  );
}

function sameNoiseUpTo(before: NoiseSchedule, after: NoiseSchedule, k: number): boolean {
  for (let j = 1; j <= k; j++) if (sigmaAt(before, j) !== sigmaAt(after, j)) return false;
  return true;
}
