import type { OpenKernels } from "../../../eqr/model/map";
import { configOf } from "../weights";
import { createRelationalBackend } from "./backend";
import { shapesFor } from "./blockKernels";
import { readShape, SOFTWARE_SHAPE } from "./shape";
import { fastestShape } from "./tune";

/**
 * The kernels in the shape that is known to suit the device and fits the map, else in the one that is measured to; a page
 * remembers it. A software adapter gets the family without barriers and no measuring, which would take longer than it wins.
 */
export const openKernels: OpenKernels = async (model, info, { known, software }) => {
  if (software) return createRelationalBackend(model, info, SOFTWARE_SHAPE);
  const found = readShape(known);
  const fitting = shapesFor(configOf(model).d).find((shape) => shape === found);
  const shape = fitting ?? (await fastestShape(model, info)).shape;
  return createRelationalBackend(model, { ...info, shape }, shape);
};
