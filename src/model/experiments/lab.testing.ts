/** A lab with the reference on wasm and a small untrained map, for tests. */
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { randomModel } from "../eqr/fixtures/randomModel";
import { defaultRecipe, type Recipe } from "../eqr/recipe";
import { createReferenceBackend } from "../eqr/referenceBackend";
import { createLab, type Experiment, type LabOptions, type Progress } from "./lab";

export const PUZZLE = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";

export const recipe: Recipe = { ...defaultRecipe(PUZZLE, "random"), lambda: 1, tolerance: 1e-3, depth: 200 };

export async function testLab(options: LabOptions = {}) {
  await tf.setBackend("wasm");
  const model = randomModel({ d: 4, blocks: 1 });
  const backend = createReferenceBackend(model, { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null });
  return { backend, lab: createLab(backend, model, options) };
}

/** Runs an experiment to its end: all that it told on its way, and its result. */
export async function finish<P, R>(experiment: Experiment<P, R>): Promise<{ told: Progress<P>[]; result: R }> {
  const told: Progress<P>[] = [];
  for (;;) {
    const step = await experiment.next();
    if (step.done) return { told, result: step.value };
    if (step.value) told.push(step.value);
  }
}
