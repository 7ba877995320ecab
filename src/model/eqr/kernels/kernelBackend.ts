import { dispose, env, type Tensor } from "@tensorflow/tfjs-core";
import { createGpuClock } from "../../gpu/clock";
import { type Counters, currentDevice, type Device } from "../../gpu/device";
import { createReadback } from "../../gpu/readback";
import { conditionsOf } from "../../maps/relational/condition";
import { CANDIDATES, stateFloats } from "../../maps/relational/kernels/layout";
import { mixedFloats } from "../../maps/relational/kernels/scratch";
import { type Shape, SOFTWARE_SHAPE } from "../../maps/relational/kernels/shape";
import { configOf } from "../../maps/relational/weights";
import { cellsOf } from "../../tasks/task";
import type { Axes, BackendInfo, MapBackend } from "../backend";
import type { Model } from "../model";
import { runAxes, runGram, unpackGram } from "./pcaKernels";
import { createSearch } from "./search";
import { createStateRunner } from "./stateRunner";
import { SUMMARY, unpackSummary } from "./summary";

export interface KernelBackend extends MapBackend {
  /** Dispatches, submits and bytes read back so far. */
  readonly counters: Readonly<Counters>;
}

/**
 * The map in our own WGSL on tfjs's webgpu backend, which must be the current one. One iteration is 1 + 2 blocks
 * dispatches, all included: mix and candidate for each block, then the summary.
 * Compiles every shader before it returns. Throws an Error when the device refuses one, or the backend is another.
 */
export async function createKernelBackend(
  model: Model,
  info: BackendInfo,
  shape: Shape = SOFTWARE_SHAPE,
): Promise<KernelBackend> {
  const device = currentDevice();
  const { d } = configOf(model);
  const { grid } = model;
  const size = CANDIDATES * d;
  const states = createStateRunner(device, model, shape);
  const readback = createReadback(device);
  const clock = createGpuClock(device);

  /** What the device has said of a lack of memory since the last run began; what is computed after it means nothing. */
  let exhausted: string | null = null;
  device.backend.device.addEventListener("uncapturederror", ({ error }) => {
    if (error instanceof GPUOutOfMemoryError) exhausted = error.message;
  });

  function checkMemory(): void {
    if (exhausted !== null) throw new Error(`The graphics device ran out of memory (${exhausted}). Lower the breadth.`);
  }

  async function read(summaries: readonly Tensor[]) {
    const values = readback.read(summaries);
    dispose([...summaries]);
    const read = await values;
    checkMemory();
    return read.map((values) => unpackSummary(values, grid));
  }

  const backend: KernelBackend = {
    info,
    counters: device.counters,
    largestBreadth: largestBreadth(device, d, shape),
    grid,
    size,
    condition(inputs) {
      const shape = inputs.length === 1 ? [CANDIDATES] : [inputs.length, CANDIDATES];
      return device.tensor(shape, Float32Array.from(conditionsOf(inputs)));
    },
    start: states.start,
    step: (z, x, axes, options) => states.step({ z, x, axes, options, record: null }),
    summarise: states.summarise,
    read,
    async beliefs(z, row) {
      const softmax = states.beliefs(z, row);
      const reading = readback.read([softmax]);
      device.release(softmax);
      const [shares = new Float32Array(0)] = await reading;
      return Uint8Array.from(shares, (share) => Math.round(255 * share));
    },
    gather(rows) {
      const output = device.tensor([rows.length, size]);
      device.copyRows(
        rows.map(({ z, row }) => ({ source: z, row })),
        output,
        size,
      );
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
      const parts = await read(zs.map((z) => states.summarise(z, axes)));
      const coords = new Float32Array(parts.reduce((length, part) => length + part.coords.length, 0));
      let offset = 0;
      for (const part of parts) {
        coords.set(part.coords, offset);
        offset += part.coords.length;
      }
      return coords;
    },
    search(recipe, problem) {
      const search = createSearch(device, states, readback, clock, recipe, problem, size);
      const collect = async () => {
        const read = await search.collect();
        checkMemory();
        return read;
      };
      return { ...search, collect };
    },
    gpuMs: () => clock.total,
    async reserve(breadth) {
      const gpu = device.backend.device;
      exhausted = null;
      gpu.pushErrorScope("out-of-memory");
      states.reserve(breadth);
      const error = await gpu.popErrorScope();
      if (!error) return;
      states.trim();
      throw new Error(`The graphics device has no memory for ${breadth} starts at once. Lower the breadth.`);
    },
    trim() {
      states.trim();
      // Buffers that are given back may still be used by what is recorded.
      device.flush();
    },
    dispose() {
      states.dispose();
      readback.dispose();
      clock.dispose();
    },
  };

  try {
    await compileAll(device, () => {
      const x = backend.condition([new Uint8Array(cellsOf(grid))]);
      const z = backend.start(0, 0, 1);
      const matrix = device.tensor([1, size]);
      const axes: Axes = backend.axes(matrix, new Float32Array(3));
      const made = backend.step(z, x, axes, { k: 1, seed: 0, lambda: 1, sigma: 0, first: 0 });
      const [record, next] = [device.tensor([1, SUMMARY]), device.tensor([1, size])];
      states.again(z, record, { k: 1, seed: 0 }, next);
      states.tell(x, record, x);
      dispose([record, next]);
      device.release(states.beliefs(z, 0), runGram(device, matrix));
      dispose([x, z, matrix, axes.directions, axes.mean, made.z, made.summary]);
    });
  } catch (error) {
    backend.dispose();
    throw error;
  }
  return backend;
}

/** The most rows whose largest buffer a kernel may bind, and the device make. */
function largestBreadth({ backend }: Device, d: number, shape: Shape): number {
  const { maxStorageBufferBindingSize, maxBufferSize } = backend.device.limits;
  const largest = 4 * Math.max(mixedFloats(d, shape), stateFloats(d));
  return Math.floor(Math.min(maxStorageBufferBindingSize, maxBufferSize) / largest);
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
