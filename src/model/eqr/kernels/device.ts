import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { backend as currentBackend, engine, getBackend, type Tensor, type TensorInfo } from "@tensorflow/tfjs-core";
import { type Kernel, type KernelSource, type Run, runKernel } from "./program";

/** Buffers and runs on tfjs's WebGPU device. */
export interface Device {
  readonly backend: WebGPUBackend;
  upload(values: Float32Array): TensorInfo;
  /** An unset buffer of `length` floats that tfjs's engine does not count; its owner releases it. */
  allocate(length: number): TensorInfo;
  release(...buffers: readonly TensorInfo[]): void;
  /** A tensor of the engine: unset floats, or the given integers. Whoever receives it disposes it. */
  tensor(shape: readonly number[], values?: Int32Array): Tensor;
  run<S extends KernelSource>(kernel: Kernel<S>, run: Run<S>): void;
}

/** The device of tfjs's current backend. Throws an Error when that is not webgpu. */
export function currentDevice(): Device {
  if (getBackend() !== "webgpu")
    throw new Error(`The kernels run on the webgpu backend of tfjs, but "${getBackend()}" is in use.`);
  const backend = currentBackend() as WebGPUBackend;
  return {
    backend,
    upload: (values) => backend.makeTensorInfo([values.length], "float32", values),
    allocate: (length) => backend.makeTensorInfo([length], "float32"),
    release: (...buffers) => {
      for (const { dataId } of buffers) backend.disposeData(dataId);
    },
    tensor: (shape, values) =>
      engine().makeTensorFromTensorInfo(
        values ? backend.makeTensorInfo([...shape], "int32", values) : backend.makeTensorInfo([...shape], "float32"),
        backend,
      ),
    run: (kernel, run) => runKernel(backend, kernel, run),
  };
}
