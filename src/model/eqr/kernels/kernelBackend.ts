import { dispose, env, type Tensor } from "@tensorflow/tfjs-core";
import type { BackendInfo } from "../../worker/protocol";
import type { Axes, MapBackend } from "../backend";
import type { Model } from "../weights";
import { currentDevice, type Device } from "./device";
import { CANDIDATES } from "./layout";
import { createMapRunner } from "./mapKernels";
import { runAxes, runGram, unpackGram } from "./pcaKernels";
import { bufferOf, flush } from "./program";
import { createReadback } from "./readback";
import { createStateRunner } from "./stateKernels";
import { unpackSummary } from "./summary";

/**
 * The map in our own WGSL on tfjs's webgpu backend, which must be the current one. One iteration is 4 + 3 blocks runs:
 * embed, then pools, mix and candidate for each block, update, cells, summary.
 * Compiles every shader before it returns. Throws an Error when the device refuses one, or the backend is another.
 */
export async function createKernelBackend(model: Model, info: BackendInfo): Promise<MapBackend> {
  const device = currentDevice();
  const { d } = model.card.config;
  const size = CANDIDATES * d;
  const map = createMapRunner(device, model);
  const states = createStateRunner(device, model);
  const readback = createReadback(device.backend);

  async function read(summaries: readonly Tensor[]) {
    const values = readback.read(summaries);
    dispose([...summaries]);
    return (await values).map(unpackSummary);
  }

  const backend: MapBackend = {
    info,
    condition(x) {
      if (x.length === 0 || x.length % CANDIDATES !== 0)
        throw new RangeError(`A condition has 729 numbers a puzzle, not ${x.length}.`);
      const shape = x.length === CANDIDATES ? [CANDIDATES] : [x.length / CANDIDATES, CANDIDATES];
      return device.tensor(shape, x.slice());
    },
    start: states.start,
    step(z, x, axes, options) {
      const u = map.apply(z, x);
      const next = states.update(z, u, options);
      return { z: next, summary: states.summarise(next, axes, { before: z, u, lambda: options.lambda }) };
    },
    summarise: (z, axes) => states.summarise(z, axes, null),
    read,
    async beliefs(z, row) {
      const softmax = states.beliefs(z, row);
      const reading = readback.read([softmax]);
      device.release(softmax);
      const [shares = new Float32Array(CANDIDATES)] = await reading;
      return Uint8Array.from(shares, (share) => Math.round(255 * share));
    },
    gather(rows) {
      const output = device.tensor([rows.length, size]);
      const copies = rows.map(({ z, row }) => ({ source: bufferOf(device.backend, z), from: row * size * 4 }));
      const target = bufferOf(device.backend, output);
      flush(device.backend);
      const encoder = device.backend.device.createCommandEncoder();
      copies.forEach(({ source, from }, i) => {
        encoder.copyBufferToBuffer(source, from, target, i * size * 4, size * 4);
      });
      device.backend.queue.submit([encoder.finish()]);
      return output;
    },
    async gram(matrix) {
      const products = runGram(device, matrix);
      const reading = readback.read([products]);
      device.release(products);
      const [values = new Float32Array(0)] = await reading;
      return unpackGram(values, matrix.shape[0] ?? 0);
    },
    axes: (matrix, weights) => runAxes(device, matrix, weights),
    async project(zs, axes) {
      const parts = await read(zs.map((z) => states.summarise(z, axes, null)));
      const coords = new Float32Array(parts.reduce((length, part) => length + part.coords.length, 0));
      let offset = 0;
      for (const part of parts) {
        coords.set(part.coords, offset);
        offset += part.coords.length;
      }
      return coords;
    },
    dispose() {
      map.dispose();
      states.dispose();
      readback.dispose();
    },
  };

  try {
    await compileAll(device, () => {
      const x = backend.condition(new Int32Array(CANDIDATES));
      const z = backend.start(0, 0, 1);
      const matrix = device.tensor([1, size]);
      const axes: Axes = backend.axes(matrix, new Float32Array(3));
      const made = backend.step(z, x, axes, { k: 1, seed: 0, lambda: 1, sigma: 0, first: 0 });
      device.release(states.beliefs(z, 0), runGram(device, matrix));
      dispose([x, z, matrix, axes.directions, axes.mean, made.z, made.summary]);
    });
  } catch (error) {
    backend.dispose();
    throw error;
  }
  return backend;
}

/** Compiles the shaders of what `runEverything` runs, in parallel: tfjs has a mode that compiles and does not dispatch. */
async function compileAll({ backend }: Device, runEverything: () => void): Promise<void> {
  env().set("WEBGPU_ENGINE_COMPILE_ONLY", true);
  try {
    runEverything();
  } finally {
    env().set("WEBGPU_ENGINE_COMPILE_ONLY", false);
  }
  try {
    await backend.checkCompileCompletionAsync();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`This device's graphics driver refused a shader of the model: ${reason}`);
  }
}
