import type { Page, Worker } from "@playwright/test";
import type { Heaps } from "./heap";
import type { Sample } from "./samples";

/** What the functions below find in the worker besides what every worker has. */
interface Soaked {
  /** Where tfjs-core keeps its engine, so that several copies of it share one. */
  _tfengine: { memory(): { numTensors: number; numBytes: number } };
  live?: { buffers: number; bytes: number };
}

/** Finds the worker that runs the model and has it count its GPU buffers from now on: before it makes a device. */
export function watchWorker(page: Page): Promise<Worker> {
  return new Promise((resolve) => {
    page.on("worker", async (worker) => {
      await worker.evaluate(countBuffers).catch(() => {});
      for (let i = 0; i < 600; i++) {
        const isOurs = await worker.evaluate(() => "_tfengine" in globalThis).catch(() => false);
        if (isOurs) return resolve(worker);
        await new Promise((wake) => setTimeout(wake, 100));
      }
    });
  });
}

/** Runs in the worker: wraps what makes and destroys buffers. One that is lost without being destroyed stays counted. */
function countBuffers(): void {
  const scope = globalThis as unknown as Soaked;
  const live = { buffers: 0, bytes: 0 };
  scope.live = live;
  const sizes = new WeakMap<GPUBuffer, number>();
  const { createBuffer } = GPUDevice.prototype;
  GPUDevice.prototype.createBuffer = function (this: GPUDevice, descriptor) {
    const buffer = createBuffer.call(this, descriptor);
    sizes.set(buffer, descriptor.size);
    live.buffers++;
    live.bytes += descriptor.size;
    return buffer;
  };
  const { destroy } = GPUBuffer.prototype;
  GPUBuffer.prototype.destroy = function (this: GPUBuffer) {
    live.buffers -= sizes.has(this) ? 1 : 0;
    live.bytes -= sizes.get(this) ?? 0;
    sizes.delete(this);
    return destroy.call(this);
  };
}

type Holdings = Omit<Sample, "minutes" | "puzzles">;

/** Collects garbage on both sides and reads what is left. */
export async function readHoldings(worker: Worker, heaps: Heaps): Promise<Holdings> {
  const [pageHeap, workerHeap] = [await heaps.ofPage(), await heaps.ofWorker()];
  const onDevice = await worker.evaluate(() => {
    const scope = globalThis as unknown as Soaked;
    const { numTensors, numBytes } = scope._tfengine.memory();
    const { buffers, bytes } = scope.live ?? { buffers: Number.NaN, bytes: Number.NaN };
    return { tensors: numTensors, tensorBytes: numBytes, buffers, bufferBytes: bytes };
  });
  return { ...onDevice, pageHeap, workerHeap };
}
