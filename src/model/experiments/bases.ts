import type { Base, BaseLaw } from "../eqr/recipe/terms";
import type { Lab } from "../lab/lab";
import type { Start } from "../lab/rows";
import { problemOf } from "../tasks";

/** The states [size] of bases, in their order; yields after every slice of work. */
export async function* makeBases(
  lab: Lab,
  recipe: BaseLaw,
  bases: readonly Base[],
): AsyncGenerator<null, Float32Array[], void> {
  const { seed, lambda } = recipe;
  const starts: Start[] = bases.map(({ trajectory }) => ({ seed, trajectory }));
  const batch = lab.batch(starts, { inputs: [problemOf(recipe).input], lambda });
  const made: Float32Array[] = [];
  const stages = [...new Set(bases.map(({ iterations }) => iterations))].sort((a, b) => a - b);
  for (const stage of stages) {
    while (batch.k < stage) {
      await batch.advance(stage - batch.k);
      yield null;
    }
    const states = await batch.read();
    bases.forEach(({ iterations }, i) => {
      const state = states[i];
      if (iterations === stage && state) made[i] = state;
    });
  }
  batch.dispose();
  return made;
}
