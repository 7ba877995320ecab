import { combine } from "../analysis/plane";
import { sigmaAt } from "../eqr/recipe/schedule";
import { createHalting } from "../eqr/run/halting";
import type { Lab, StateRef } from "../lab/lab";
import type { Start } from "../lab/rows";
import { problemOf } from "../tasks";
import { makeBases } from "./bases";

/**
 * A state of a run: recalled from the engine, or the recipe run again up to it. Throws an Error for a person where the
 * recipe is nudged and its run is over.
 */
export async function* stateAt(lab: Lab, ref: StateRef): AsyncGenerator<null, Float32Array, void> {
  const recalled = await lab.recall(ref);
  if (recalled) return recalled;
  const { recipe, trajectory, k } = ref;
  if (recipe.nudges > 0)
    throw new Error("The nudged run that this state belongs to is no longer there. Start it again, then repeat this.");
  const { lambda, seed } = recipe;
  const start = yield* startOf(lab, ref);
  const batch = lab.batch([start], {
    inputs: [problemOf(recipe).input],
    lambda,
    noise: (j) => ({ seed, first: trajectory, sigma: sigmaAt(recipe, j) }),
  });
  // One that has halted is still in the state it halted in: where that may come before k, every state is looked at.
  const halting = createHalting({ ...recipe, breadth: 1, stopCount: 0, budget: 0 });
  const watched = recipe.haltRun > 0 ? [0] : [];
  let halted: Float32Array | undefined;
  while (batch.k < k && !halted) {
    const { summaries, states } = await batch.advance(k - batch.k, watched);
    summaries.forEach((summary, i) => {
      if (halting.standing(0) !== "running") return;
      halting.observe(summary);
      if (halting.standing(0) !== "running") halted = states[i]?.[0];
    });
    yield null;
  }
  const [last] = halted ? [halted] : await batch.read();
  batch.dispose();
  if (!last) throw new Error("The backend gave no state.");
  return last;
}

/** Where the trajectory starts: a first one may have a chosen start. */
async function* startOf(lab: Lab, { recipe, trajectory }: StateRef): AsyncGenerator<null, Start, void> {
  const { seed, start = [] } = recipe;
  if (trajectory > 0 || start.length === 0) return { seed, trajectory };
  return combine(
    yield* makeBases(lab, recipe, start),
    start.map(({ weight }) => weight),
  );
}
