import type { TensorInfo } from "@tensorflow/tfjs-core";
import type { Device } from "./device";
import { bufferOf, encoderOf } from "./program";

export interface Readback {
  /** Copies tensors out of the device in one transfer; they may be disposed as soon as the call has returned its promise. */
  read(tensors: readonly TensorInfo[]): Promise<Float32Array[]>;
  dispose(): void;
}

/**
 * Readback through a ring of staging buffers. tfjs's own `data()` keeps a copy on the CPU that a kernel's later writes
 * would not reach, and needs one transfer a tensor.
 */
export function createReadback(owner: Device): Readback {
  const { backend } = owner;
  const { device } = backend;
  const idle: GPUBuffer[] = [];
  let disposed = false;

  function stage(bytes: number): GPUBuffer {
    const fitting = idle.find((buffer) => buffer.size >= bytes);
    if (fitting) {
      idle.splice(idle.indexOf(fitting), 1);
      return fitting;
    }
    idle.pop()?.destroy();
    const size = 2 ** Math.ceil(Math.log2(Math.max(bytes, 4096)));
    return device.createBuffer({ size, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ });
  }

  async function collect(staging: GPUBuffer, lengths: readonly number[]): Promise<Float32Array[]> {
    const bytes = 4 * lengths.reduce((a, b) => a + b, 0);
    await staging.mapAsync(GPUMapMode.READ, 0, bytes);
    const values = new Float32Array(staging.getMappedRange(0, bytes).slice(0));
    staging.unmap();
    if (disposed) staging.destroy();
    else idle.push(staging);
    let offset = 0;
    return lengths.map((length) => {
      offset += length;
      return values.subarray(offset - length, offset);
    });
  }

  return {
    read(tensors) {
      const lengths = tensors.map(({ shape }) => shape.reduce((a, b) => a * b, 1));
      if (lengths.length === 0) return Promise.resolve([]);
      const staging = stage(4 * lengths.reduce((a, b) => a + b, 0));
      const sources = tensors.map((tensor) => bufferOf(backend, tensor));
      const encoder = encoderOf(backend);
      let offset = 0;
      sources.forEach((source, i) => {
        const bytes = 4 * (lengths[i] ?? 0);
        encoder.copyBufferToBuffer(source, 0, staging, offset, bytes);
        offset += bytes;
      });
      owner.flush();
      owner.counters.readbacks++;
      owner.counters.bytesRead += offset;
      return collect(staging, lengths);
    },
    dispose() {
      disposed = true;
      for (const buffer of idle.splice(0)) buffer.destroy();
    },
  };
}
