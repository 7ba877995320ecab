import { mapConstants, POOLED_LAYOUT, stateFloats } from "./layout";
import type { Shape } from "./shape";
import { cellsFloats } from "./tiled/layout";

/** Floats of what the units of a state add: mixed units, with space for their means (mix.wgsl); or tiled/cells.wgsl's. */
export function mixedFloats(d: number, shape: Shape): number {
  if (shape.family === "tiled") return cellsFloats(d, shape.tile);
  return mapConstants(d).MIXED * 4 + shape.groups * POOLED_LAYOUT.POOLED * d;
}

/** Floats that the kernels hold beside the states, for each row of a batch. */
export function scratchFloats(d: number, shape: Shape): number {
  return 2 * stateFloats(d) + mixedFloats(d, shape);
}
