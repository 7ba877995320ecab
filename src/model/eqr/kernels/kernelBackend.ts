import { dispose, env, type Tensor } from "@tensorflow/tfjs-core";
import { createGpuClock } from "../../gpu/clock";
import { type Counters, currentDevice, type Device } from "../../gpu/device";
import { createReadback } from "../../gpu/readback";
import { cellsOf } from "../../tasks/task";
import type { Axes } from "../backend/axes";
import type { BackendInfo, MapBackend } from "../backend/backend";
import { type Model, stateShape } from "../model/model";
import { createDeviceDynamics, type DeviceDynamicsDeps } from "./deviceDynamics";
import { createDeviceSearch } from "./deviceSearch";
import type { MapKernels } from "./mapKernels";
import { summaryLayout } from "./packing";
import { runAxes, runGram, unpackGram } from "./pcaKernels";
import { unpackSummary } from "./summary";

export interface KernelBackend extends MapBackend {
  /** Dispatches, submits, readbacks and bytes read back so far. */
  readonly counters: Readonly<Counters>;
}

/**
 * A map in its own kernels on tfjs's webgpu backend, which must be the current one.
 * Compiles every shader before it returns. Throws an Error when the device refuses one, or the backend is another.
 */
export async function createKernelBackend(
  model: Model,
  info: BackendInfo,
  createKernels: (device: Device, model: Model) => MapKernels,
): Promise<KernelBackend> {
  const device = currentDevice();
  const { grid } = model;
  const size = stateShape(model).reduce((a, b) => a * b, 1);
  const states = createKernels(device, model);
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

  const deps: DeviceDynamicsDeps = { backend: () => backend, device, states, readback, clock, checkMemory };

  const backend: KernelBackend = {
    info,
    counters: device.counters,
    largestBreadth: largestBreadth(device, states),
    grid,
    size,
    condition(inputs) {
      const { conditionSize } = states;
      const shape = inputs.length === 1 ? [conditionSize] : [inputs.length, conditionSize];
      return device.tensor(shape, states.condition(inputs));
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
    replace(z, rows) {
      device.copyRows(
        rows.map(({ to, z: source, row }) => ({ source, row, to })),
        z,
        z.shape.at(-1) ?? 0,
      );
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
    dynamics: (recipe, problem) => createDeviceDynamics(deps, recipe, problem),
    search: (recipe) => createDeviceSearch({ device, states, readback, checkMemory }, recipe, grid, size),
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
      const [record, next] = [device.tensor([1, summaryLayout(grid).SUMMARY]), device.tensor([1, size])];
      states.again(z, record, { k: 1, seed: 0 }, next);
      states.suppose(x, record, x);
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
function largestBreadth({ backend }: Device, { largestFloats }: MapKernels): number {
  const { maxStorageBufferBindingSize, maxBufferSize } = backend.device.limits;
  return Math.floor(Math.min(maxStorageBufferBindingSize, maxBufferSize) / (4 * largestFloats));
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
