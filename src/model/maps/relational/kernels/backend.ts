import type { BackendInfo } from "../../../eqr/backend/backend";
import { createKernelBackend, type KernelBackend } from "../../../eqr/kernels/kernelBackend";
import type { Model } from "../../../eqr/model/model";
import { type Shape, SOFTWARE_SHAPE } from "./shape";
import { createStateRunner } from "./stateRunner";

/** The map in our own WGSL, its work cut into this shape. Rejects with an Error where the device refuses a shader. */
export function createRelationalBackend(
  model: Model,
  info: BackendInfo,
  shape: Shape = SOFTWARE_SHAPE,
): Promise<KernelBackend> {
  return createKernelBackend(model, info, (device) => createStateRunner(device, model, shape));
}
