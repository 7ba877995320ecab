import type { Summary } from "../../model/eqr/record/summary";
import { type Bout, type Contestant, RECIPE } from "./contestant";
import { conditionsOf, createSession, type OnnxSetup, parseSummary, SUMMARY_WIDTH, startsOf } from "./onnx";

/**
 * ONNX Runtime Web on WebGPU, its inputs and outputs bound to buffers of the device, the summaries read back several at a
 * time. Its graph capture is left off: in 1.30 a captured run with outputs of the caller's fails at its second call, and one
 * with its own gave numbers that are not those of the map.
 */
export function createOnnxGpuContestant(setup: OnnxSetup): Contestant {
  const { runtime, d, x } = setup;
  return {
    async enter(breadth): Promise<Bout> {
      const session = await createSession(setup, breadth, {
        executionProviders: [{ name: "webgpu", validationMode: "wgpuOnly" }],
        preferredOutputLocation: "gpu-buffer",
      });
      const device = (await runtime.env.webgpu.device) as GPUDevice;
      const { STORAGE, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage;
      const buffers: GPUBuffer[] = [];

      function bind<T extends "float32" | "int32">(dataType: T, dims: readonly number[], values?: ArrayBufferView) {
        const size = 4 * dims.reduce((a, b) => a * b, 1);
        // The runtime binds whole multiples of 16 bytes.
        const whole = 16 * Math.ceil(size / 16);
        const buffer = device.createBuffer({ size: whole, usage: STORAGE | COPY_SRC | COPY_DST });
        if (values) device.queue.writeBuffer(buffer, 0, values.buffer as ArrayBuffer);
        buffers.push(buffer);
        return { buffer, size, tensor: runtime.Tensor.fromGpuBuffer(buffer, { dataType, dims }) };
      }

      const z = bind("float32", [breadth, 729, d], startsOf(breadth, d));
      const condition = bind("int32", [breadth, 729], conditionsOf(x, breadth));
      const lam = bind("float32", [], Float32Array.of(RECIPE.lambda));
      const feeds = { z: z.tensor, x: condition.tensor, lam: lam.tensor };
      const summaryBytes = 4 * breadth * SUMMARY_WIDTH;

      /** Some iterations, their summaries in a buffer to be mapped. */
      async function advance(count: number): Promise<GPUBuffer> {
        const staging = device.createBuffer({ size: count * summaryBytes, usage: COPY_DST | MAP_READ });
        for (let i = 0; i < count; i++) {
          const { next, summary } = await session.run(feeds);
          if (!next || !summary) throw new Error("The ONNX graph gave no state or no summary.");
          const encoder = device.createCommandEncoder();
          encoder.copyBufferToBuffer(next.gpuBuffer as GPUBuffer, 0, z.buffer, 0, z.size);
          encoder.copyBufferToBuffer(summary.gpuBuffer as GPUBuffer, 0, staging, i * summaryBytes, summaryBytes);
          device.queue.submit([encoder.finish()]);
          next.dispose();
          summary.dispose();
        }
        return staging;
      }

      async function read(staging: GPUBuffer): Promise<Summary> {
        await staging.mapAsync(GPUMapMode.READ);
        const values = new Float32Array(staging.getMappedRange());
        const width = breadth * SUMMARY_WIDTH;
        let last: Summary | null = null;
        for (let at = 0; at < values.length; at += width) last = parseSummary(values.subarray(at, at + width), breadth);
        staging.destroy();
        if (!last) throw new Error("A batch without iterations has no summary.");
        return last;
      }

      return {
        async run(iterations, together) {
          let reading: Promise<Summary> | null = null;
          for (let left = iterations; left > 0; left -= together) {
            const staging = await advance(Math.min(left, together));
            // As with the others, the next iterations are on their way before the last are read.
            await reading;
            reading = read(staging);
          }
          if (!reading) throw new Error("A batch without iterations has no summary.");
          return reading;
        },
        async leave() {
          await session.release();
          for (const buffer of buffers) buffer.destroy();
        },
      };
    },
    close: async () => {},
  };
}
