import { memory, tensor2d } from "@tensorflow/tfjs-core";
import { startState } from "../../../src/model/eqr/noise/noise";
import { nudgeEvents } from "../../../src/model/eqr/nudges/nudgeRecord";
import { defaultRecipe } from "../../../src/model/eqr/recipe/recipe";
import { appendFrame, createRecord } from "../../../src/model/eqr/record/record";
import { createEngine } from "../../../src/model/eqr/run/engine";
import { INPUT, PUZZLE, withKernels } from "../setup";

const D = 8;
const FRESH = 64;

/**
 * A nudged run through its first fresh start at iteration 64: what happened in its second trajectory, by how much its
 * iteration 65 differs from a step made by hand from the z_0 of cycle 1, bytes of softmax that differ between states kept
 * and run again, and tensors left behind.
 */
export function nudgedRun() {
  return withKernels(
    async (backend, model) => {
      const tensors = memory().numTensors;
      const recipe = { ...defaultRecipe(PUZZLE, "random"), breadth: 2, depth: 68, nudges: 2, sigma: 0.05, seed: 11 };
      const record = createRecord(recipe);
      const [kept, again] = [createEngine(backend, model), createEngine(backend, model, { historyBytes: 0 })];
      for (const engine of [kept, again]) {
        const start = await engine.start(recipe, { autofit: false });
        if (engine === kept) appendFrame(record, start);
        while (engine.k < recipe.depth)
          for (const frame of (await engine.tick(16)).frames) if (engine === kept) appendFrame(record, frame);
      }
      let beliefsOff = 0;
      for (const k of [33, 60, FRESH, FRESH + 1]) {
        const [a, b] = [await kept.beliefs(1, k), await again.beliefs(1, k)];
        beliefsOff += a.softmax.filter((share, i) => share !== b.softmax[i]).length;
      }
      kept.dispose();
      again.dispose();
      const [z, x] = [tensor2d(startState(11, 1, 729 * D, 1), [1, 729 * D]), backend.condition([INPUT])];
      const made = backend.step(z, x, null, { k: FRESH + 1, seed: 11, lambda: recipe.lambda, sigma: 0.05, first: 1 });
      const [byHand] = await backend.read([made.summary]);
      for (const tensor of [z, x, made.z]) tensor.dispose();
      return {
        events: nudgeEvents(record, 1).map(({ kind, k }) => `${k} ${kind}`),
        freshOff: Math.abs((record.frames[FRESH + 1]?.q[1] ?? Number.NaN) - (byHand?.q[0] ?? Number.NaN)),
        beliefsOff,
        left: memory().numTensors - tensors,
      };
    },
    { d: D },
  );
}
