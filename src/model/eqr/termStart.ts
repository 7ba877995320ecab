import { add, mul, reshape, type Tensor } from "@tensorflow/tfjs-core";
import { conditionOf } from "../tasks/sudoku/condition";
import type { MapBackend } from "./backend";
import type { Recipe } from "./recipe";
import type { BaseLaw, Term } from "./terms";

/** The sum that terms name, on the device: [1, 729, d]. */
export function termState(backend: MapBackend, { puzzle, seed, lambda }: BaseLaw, terms: readonly Term[]): Tensor {
  const x = backend.condition(conditionOf(puzzle));
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

/** z_0 of every trajectory of a run, [B, 729, d]: Gaussian, but for a first one that the recipe has chosen. */
export function startStates(backend: MapBackend, recipe: Recipe): Tensor {
  const starts = backend.start(recipe.seed, 0, recipe.breadth);
  return recipe.start?.length ? withTermStart(backend, recipe, recipe.start, starts) : starts;
}

/** Starts of all trajectories [B, 729, d] with the sum that terms name as that of the first. Takes `starts` over. */
function withTermStart(backend: MapBackend, law: BaseLaw, terms: readonly Term[], starts: Tensor): Tensor {
  const first = termState(backend, law, terms);
  const sources = Array.from({ length: starts.shape[0] ?? 0 }, (_, row) =>
    row === 0 ? { z: first, row } : { z: starts, row },
  );
  const matrix = backend.gather(sources);
  const states = reshape(matrix, starts.shape);
  for (const tensor of [first, starts, matrix]) tensor.dispose();
  return states;
}
