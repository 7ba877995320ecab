import { memory, type Tensor, tensor2d } from "@tensorflow/tfjs-core";
import { defaultRecipe } from "../../../src/model/eqr/recipe/recipe";
import { createEngine } from "../../../src/model/eqr/run/engine";
import { currentDevice } from "../../../src/model/gpu/device";
import { randomModel } from "../../../src/model/maps/relational/fixtures/randomModel";
import { bitsOff, rowOf, take } from "../measure";
import { INPUT, openKernels, PUZZLE, withKernels } from "../setup";

/**
 * Three rows, the middle one broken by a number (or healthy, for null): residuals and digits of the next iteration, and
 * the bits of the outer rows that differ from a batch with a healthy middle.
 */
export function brokenRow(value: number) {
  return withKernels(async (backend) => {
    const run = async (broken: number | null) => {
      const z0 = await take(backend.start(1, 0, 3));
      if (broken !== null) z0.fill(broken, 729 * 32 + 1000, 729 * 32 + 1003);
      const [x, z] = [backend.condition([INPUT]), tensor2d(z0, [3, 729 * 32])];
      const made = backend.step(z, x, null, { k: 1, seed: 1, lambda: 0.7, sigma: 0.1, first: 0 });
      x.dispose();
      z.dispose();
      const [summary] = await backend.read([made.summary]);
      return { states: await take(made.z), summary };
    };
    const [healthy, broken] = [await run(null), await run(value)];
    return {
      residual: [...(broken.summary?.residual ?? [])].map(Number.isFinite),
      digits: broken.summary?.digits.every((digit) => digit >= 1 && digit <= 9) ?? false,
      othersOff: [0, 2].reduce(
        (off, row) => off + bitsOff(rowOf(healthy.states, row, 3), rowOf(broken.states, row, 3)),
        0,
      ),
    };
  });
}

/** Tensors and data buffers before and after some iterations with all that a run does. */
export function leaks(iterations: number) {
  return withKernels(async (backend) => {
    const { backend: webgpu } = currentDevice();
    const x = backend.condition([INPUT]);
    let z = backend.start(1, 0, 2);
    let summaries: Tensor[] = [];
    const count = () => ({ tensors: memory().numTensors, buffers: webgpu.numDataIds() });
    const go = async (from: number, to: number) => {
      for (let k = from; k < to; k++) {
        const made = backend.step(z, x, null, { k, seed: 1, lambda: 0.7, sigma: 0.1, first: 0 });
        z.dispose();
        z = made.z;
        summaries.push(made.summary);
        if (k % 4 === 3) {
          await backend.read(summaries);
          summaries = [];
        }
      }
      await backend.beliefs(z, 1);
      const matrix = backend.gather([{ z, row: 0 }]);
      await backend.gram(matrix);
      const axes = backend.axes(matrix, new Float32Array(3));
      await backend.project([z], axes);
      for (const tensor of [matrix, axes.directions, axes.mean]) tensor.dispose();
    };
    await go(0, 8);
    const [before, bytes] = [count(), webgpu.memory().numBytesAllocatedInGPU];
    await go(8, 8 + iterations);
    const [after, bytesAfter] = [count(), webgpu.memory().numBytesAllocatedInGPU];
    x.dispose();
    z.dispose();
    return { before, after, bytesGrown: bytesAfter - bytes };
  });
}

/** What is thrown when the device refuses a shader, and for a size of map that the kernels cannot take. */
export async function refusals(): Promise<string[]> {
  const { device } = currentDevice().backend;
  const compile = device.createComputePipelineAsync;
  const messages: string[] = [];
  const attempt = (d: number) =>
    openKernels(randomModel({ d })).then(
      () => messages.push("nothing"),
      (error: Error) => messages.push(error.message),
    );
  await attempt(6);
  device.createComputePipelineAsync = () => Promise.reject(new Error("out of registers"));
  await attempt(12);
  device.createComputePipelineAsync = compile;
  return messages;
}

/** What is thrown for a breadth beyond the device's limits, when the device has no memory at the start, or later. */
export function shortOfMemory(): Promise<string[]> {
  return withKernels(
    async (backend, model) => {
      const gpu = currentDevice().backend.device;
      const recipe = { ...defaultRecipe(PUZZLE, "random"), breadth: 2, depth: 8 };
      const messageOf = (work: Promise<unknown>) =>
        work.then(
          () => "nothing",
          (error: Error) => error.message,
        );
      const narrow = createEngine({ ...backend, largestBreadth: 1 }, model);
      const refused = await messageOf(narrow.start(recipe));
      const engine = createEngine(backend, model);
      const pop = gpu.popErrorScope;
      gpu.popErrorScope = () => pop.call(gpu).then(() => new GPUOutOfMemoryError("no room"));
      const started = await messageOf(engine.start(recipe));
      gpu.popErrorScope = pop;
      await engine.start(recipe);
      gpu.dispatchEvent(new GPUUncapturedErrorEvent("uncapturederror", { error: new GPUOutOfMemoryError("full") }));
      const later = await messageOf(engine.tick(4));
      await engine.start(recipe);
      const again = await messageOf(engine.tick(4));
      engine.dispose();
      return [refused, started, later, again];
    },
    { d: 8 },
  );
}
