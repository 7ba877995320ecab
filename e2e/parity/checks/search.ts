import { memory } from "@tensorflow/tfjs-core";
import type { MapBackend } from "../../../src/model/eqr/backend/backend";
import type { Model } from "../../../src/model/eqr/model/model";
import { defaultRecipe, type Recipe } from "../../../src/model/eqr/recipe/recipe";
import { type Frame, PHASES } from "../../../src/model/eqr/record/frame";
import { createEngine, type EngineOptions } from "../../../src/model/eqr/run/engine";
import { randomModel } from "../../../src/model/maps/relational/fixtures/randomModel";
import { bitsOff, rowOf, take } from "../measure";
import { INPUT, openKernels, PUZZLE, withKernels, withQMoved } from "../setup";

const D = 8;

/** Runs a recipe to its end; with `ahead` the engine may begin iterations before others are read. */
async function run(backend: MapBackend, model: Model, recipe: Recipe, tick: number, options: EngineOptions = {}) {
  const engine = createEngine(backend, model, options);
  const frames: Frame[] = [await engine.start(recipe, { autofit: false })];
  for (let end = null; !end; ) {
    const made = await engine.tick(tick, { ahead: recipe.depth });
    frames.push(...made.frames);
    end = made.end;
  }
  const { iterations } = engine.spent;
  const last = await engine.beliefs(recipe.breadth - 1, engine.k);
  engine.dispose();
  return { frames, iterations, softmax: last.softmax };
}

function difference(a: readonly Frame[], b: readonly Frame[]): number {
  if (a.length !== b.length) return Number.NaN;
  const plain = ({ residual, q, digits, confidence, hypotheses, phase, cycle }: Frame) =>
    [residual, q, digits, confidence, hypotheses ?? [], phase ?? [], cycle ?? []].map((part) => part.join()).join(";");
  return a.filter((frame, k) => k > 0 && plain(frame) !== plain(b[k] as Frame)).length;
}

/**
 * Frames of a search on the device that differ, bit for bit, from the same run by the state machines in TypeScript; from
 * the same run without taking halted trajectories out; and tensors left behind.
 */
export async function searchDifference(changes: Partial<Recipe>) {
  const recipe = { ...defaultRecipe(PUZZLE, "random"), seed: 11, ...changes };
  const { last: _, ...made } = await differences(randomModel({ d: D }), recipe);
  return made;
}

/**
 * The same where the network believes in every state: all are released at iteration 4, and what becomes of them is for their
 * residuals to say. With it what the trajectories were doing at the end, and in which cycle.
 */
export async function releasedDifference() {
  const model = withQMoved(randomModel({ d: 4, blocks: 1 }), 1000);
  const recipe = { ...defaultRecipe(PUZZLE, "random"), seed: 11, breadth: 3, depth: 70, nudges: 2, sigma: 0.05 };
  const { last, ...made } = await differences(model, { ...recipe, tolerance: 8e-4, haltRun: 3 });
  return { ...made, phases: [...(last?.phase ?? [])].map((at) => PHASES[at]), cycles: [...(last?.cycle ?? [])] };
}

function differences(model: Model, recipe: Recipe) {
  return withKernels(
    async (backend) => {
      const before = memory().numTensors;
      const device = await run(backend, model, recipe, 16);
      const { dynamics: _, ...alone } = backend;
      const host = await run(alone, model, recipe, 16);
      const whole = await run(backend, model, recipe, 5, { compact: false });
      return {
        frames: device.frames.length,
        fromHost: difference(device.frames, host.frames),
        fromWhole: difference(device.frames, whole.frames),
        spent: [device, host, whole].map(({ iterations }) => iterations),
        softmaxOff: device.softmax.filter((share, i) => share !== host.softmax[i]).length,
        left: memory().numTensors - before,
        last: device.frames.at(-1),
      };
    },
    { model },
  );
}

/**
 * The same where trajectories halt one after the other: the model's halting logit is moved so that, at iteration 20, it is
 * above 0 for every second one.
 */
export function staggeredDifference() {
  const recipe = { ...defaultRecipe(PUZZLE, "random"), seed: 11, breadth: 9, depth: 60, sigma: 0.1 };
  return withKernels(
    async (backend, model) => {
      const { frames } = await run(backend, model, { ...recipe, haltRun: 0 }, 16);
      const q = [...(frames[20]?.q ?? [])].sort((a, b) => a - b);
      const halting = { ...recipe, haltBy: 1, haltRun: 3 };
      const { last: _, ...made } = await differences(withQMoved(model, -(q[4] ?? 0)), halting);
      return made;
    },
    { d: D },
  );
}

/** Dispatches an iteration, and bytes read back an iteration and trajectory, of a run on the device. */
export function counted(changes: Partial<Recipe>) {
  return withKernels(
    async (_, model) => {
      const backend = await openKernels(model);
      const recipe = { ...defaultRecipe(PUZZLE, "random"), breadth: 3, depth: 64, ...changes };
      const engine = createEngine(backend, model);
      await engine.start(recipe, { autofit: false });
      const { dispatches, bytesRead, submits } = backend.counters;
      while (engine.k < recipe.depth) await engine.tick(16, { ahead: 64 });
      const made = {
        dispatches: (backend.counters.dispatches - dispatches) / recipe.depth,
        bytes: (backend.counters.bytesRead - bytesRead) / recipe.depth / recipe.breadth,
        submits: (backend.counters.submits - submits) / recipe.depth,
      };
      engine.dispose();
      backend.dispose();
      return made;
    },
    { d: D },
  );
}

/** Bits that differ between some trajectories of a batch of 1,024 and the same alone, after two noisy iterations. */
export function wideBitsOff() {
  return withKernels(
    async (backend) => {
      const steps = async (first: number, count: number) => {
        const x = backend.condition([INPUT]);
        let z = backend.start(3, first, count);
        for (let k = 1; k <= 2; k++) {
          const made = backend.step(z, x, null, { k, seed: 3, lambda: 0.7, sigma: 0.2, first });
          z.dispose();
          made.summary.dispose();
          z = made.z;
        }
        x.dispose();
        return take(z);
      };
      const batch = await steps(0, 1024);
      let off = 0;
      for (const t of [0, 511, 1023]) off += bitsOff(await steps(t, 1), rowOf(batch, t, 1024));
      return off;
    },
    { d: 4 },
  );
}
