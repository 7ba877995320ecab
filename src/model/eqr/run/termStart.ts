import { add, mul, type Tensor } from "@tensorflow/tfjs-core";
import type { Problem } from "../../tasks/task";
import type { MapBackend } from "../backend/backend";
import type { Recipe } from "../recipe/recipe";
import type { Term } from "../recipe/terms";

type Law = Pick<Recipe, "seed" | "lambda">;

/** The sum that terms name, on the device: [1, size]. */
export function termState(
  backend: MapBackend,
  { input }: Problem,
  { seed, lambda }: Law,
  terms: readonly Term[],
): Tensor {
  const x = backend.condition([input]);
  const sum = terms
    .map(({ trajectory, iterations, weight }) => {
      let z = backend.start(seed, trajectory, 1);
      for (let k = 1; k <= iterations; k++) {
        const made = backend.step(z, x, null, { k, seed, lambda, sigma: 0, first: trajectory });
        made.summary.dispose();
        z.dispose();
        z = made.z;
      }
      const part = mul(z, weight);
      z.dispose();
      return part;
    })
    .reduce((total, part) => {
      const next = add(total, part);
      total.dispose();
      part.dispose();
      return next;
    });
  x.dispose();
  return sum;
}

/** z_0 of every trajectory of a run, [B, size]: Gaussian, but for a first one that the recipe has chosen. */
export function startStates(backend: MapBackend, recipe: Recipe, problem: Problem): Tensor {
  const starts = backend.start(recipe.seed, 0, recipe.breadth);
  return recipe.start?.length ? withTermStart(backend, problem, recipe, recipe.start, starts) : starts;
}

/** Starts of all trajectories [B, size] with the sum that terms name as that of the first. Takes `starts` over. */
function withTermStart(
  backend: MapBackend,
  problem: Problem,
  law: Law,
  terms: readonly Term[],
  starts: Tensor,
): Tensor {
  const first = termState(backend, problem, law, terms);
  const sources = Array.from({ length: starts.shape[0] ?? 0 }, (_, row) =>
    row === 0 ? { z: first, row } : { z: starts, row },
  );
  const states = backend.gather(sources);
  for (const tensor of [first, starts]) tensor.dispose();
  return states;
}
