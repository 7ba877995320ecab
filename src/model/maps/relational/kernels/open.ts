import { createKernelBackend } from "../../../eqr/kernels/kernelBackend";
import type { OpenKernels } from "../../../eqr/map";
import { readShape, SOFTWARE_SHAPE } from "./shape";
import { fastestShape } from "./tune";

/** The kernels in the shape that is known to suit the device, else in the one that is measured to; a page remembers it. */
export const openKernels: OpenKernels = async (model, info, { known, software }) => {
  const found = readShape(known);
  if (!found && software) return createKernelBackend(model, info, SOFTWARE_SHAPE);
  const shape = found ?? (await fastestShape(model, info)).shape;
  return createKernelBackend(model, { ...info, shape }, shape);
};
