import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import {
  backend as currentBackend,
  engine,
  env,
  getBackend,
  type Tensor,
  type TensorInfo,
} from "@tensorflow/tfjs-core";
import { bufferOf, encoderOf, flush, type Kernel, type KernelSource, type Run, runKernel } from "./program";

/** Buffers and runs on tfjs's WebGPU device. */
export interface Device {
  readonly backend: WebGPUBackend;
  upload(values: Float32Array): TensorInfo;
  /** An unset buffer of `length` floats that tfjs's engine does not count; its owner releases it. */
  allocate(length: number): TensorInfo;
  /** Makes the buffers now that tfjs would make at their first use. */
  materialise(...buffers: readonly TensorInfo[]): void;
  release(...buffers: readonly TensorInfo[]): void;
  /** A tensor of the engine: unset floats, or the given ones. Whoever receives it disposes it. */
  tensor(shape: readonly number[], values?: Float32Array): Tensor;
  run<S extends KernelSource>(kernel: Kernel<S>, run: Run<S>): void;
  /** Copies the first floats of a buffer into all of another. */
  copy(from: TensorInfo, to: TensorInfo): void;
  /** Copies rows of so many floats to rows of a buffer: one after the other where they do not say `to` which. */
  copyRows(rows: readonly RowCopy[], to: TensorInfo, width: number): void;
  /** Submits what is recorded. That happens by itself only where much memory waits for it. */
  flush(): void;
  /** What has been asked of the device through this object so far. */
  readonly counters: Counters;
}

export interface RowCopy {
  readonly source: TensorInfo;
  readonly row: number;
  readonly to?: number;
}

export interface Counters {
  dispatches: number;
  submits: number;
  readbacks: number;
  bytesRead: number;
}

/** What is recorded is submitted once its steps hold this much: disposed states are free again only then. */
const PENDING_BYTES = 64 * 2 ** 20;
/** tfjs submits by itself after so many runs; a submit here is as long as its caller makes it. */
const NEVER = 2 ** 30;

/** The device of tfjs's current backend. Throws an Error when that is not webgpu. */
export function currentDevice(): Device {
  if (getBackend() !== "webgpu")
    throw new Error(`The kernels run on the webgpu backend of tfjs, but "${getBackend()}" is in use.`);
  env().set("WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE", NEVER);
  const backend = currentBackend() as WebGPUBackend;
  const counters: Counters = { dispatches: 0, submits: 0, readbacks: 0, bytesRead: 0 };
  let pending = 0;

  function submit(): void {
    flush(backend);
    counters.submits++;
    pending = 0;
  }

  function note(bytes: number): void {
    pending += bytes;
    if (pending > PENDING_BYTES) submit();
  }

  return {
    backend,
    counters,
    upload: (values) => backend.makeTensorInfo([values.length], "float32", values),
    allocate: (length) => backend.makeTensorInfo([length], "float32"),
    materialise: (...buffers) => {
      for (const buffer of buffers) bufferOf(backend, buffer);
    },
    release: (...buffers) => {
      for (const { dataId } of buffers) backend.disposeData(dataId);
    },
    tensor: (shape, values) =>
      engine().makeTensorFromTensorInfo(backend.makeTensorInfo([...shape], "float32", values), backend),
    run(kernel, run) {
      counters.dispatches++;
      runKernel(backend, kernel, run);
    },
    copy(from, to) {
      const bytes = 4 * to.shape.reduce((a, b) => a * b, 1);
      const [source, target] = [bufferOf(backend, from), bufferOf(backend, to)];
      encoderOf(backend).copyBufferToBuffer(source, 0, target, 0, bytes);
      note(bytes);
    },
    copyRows(rows, to, width) {
      const sources = rows.map(({ source, row, to: place }, i) => ({
        buffer: bufferOf(backend, source),
        at: 4 * width * row,
        place: 4 * width * (place ?? i),
      }));
      const target = bufferOf(backend, to);
      const encoder = encoderOf(backend);
      for (const { buffer, at, place } of sources) encoder.copyBufferToBuffer(buffer, at, target, place, 4 * width);
      note(4 * width * rows.length);
    },
    flush: submit,
  };
}
