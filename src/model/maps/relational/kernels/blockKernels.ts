import gaussianWgsl from "../../../eqr/kernels/gaussian.wgsl?raw";
import philoxWgsl from "../../../eqr/kernels/philox.wgsl?raw";
import { createKernel } from "../../../gpu/program";
import candidateWgsl from "./candidate.wgsl?raw";
import finishWgsl from "./finish.wgsl?raw";
import latentWgsl from "./latent.wgsl?raw";
import { mapConstants } from "./layout";
import mixWgsl from "./mix.wgsl?raw";
import partsWgsl from "./parts.wgsl?raw";
import type { Shape } from "./shape";

/** Where a block stands: the first reads z and the condition, the last makes the step. */
export interface Place {
  readonly first: boolean;
  readonly last: boolean;
}

/** Tiles of nine units in mix.wgsl. */
const MIX_TILES = 64;

/** The two kernels of a block of maps with d features; that of the candidates is `inner` or, in the last block, `last`. */
export function createBlockKernels(d: number, { first, last }: Place, shape: Shape) {
  const layout = mapConstants(d);
  const flag = (on: boolean) => (on ? 1 : 0);
  const constants = {
    ...layout,
    R: shape.candidates,
    COLUMNS: (2 * layout.Q) / shape.groups,
    FIRST: flag(first),
    LATER: flag(!first),
    LAST: flag(last),
    INNER: flag(!last),
  };
  const x: 0 | 1 = first ? 1 : 0;
  return {
    mixings: MIX_TILES * shape.groups,
    mix: createKernel({
      name: "mix",
      wgsl: latentWgsl + mixWgsl,
      constants,
      inputs: { source: 4, weights: 4, beside: x, record: 1 },
      output: 4,
      uniforms: { rows: "i32", xStride: "i32", first: "i32", k: "i32", tracked: "i32" },
      workgroup: 16,
    }),
    candidate: createKernel({
      name: "candidate",
      wgsl: latentWgsl + candidateWgsl,
      constants,
      inputs: { source: 4, mixed: 4, weights: 4, beside: x },
      output: 4,
      uniforms: { rows: "i32", xStride: "i32" },
      workgroup: 32,
    }),
    last: createKernel({
      name: "last",
      wgsl: philoxWgsl + gaussianWgsl + latentWgsl + partsWgsl + finishWgsl + candidateWgsl,
      constants,
      inputs: { source: 4, mixed: 4, weights: 4, beside: first ? 1 : 4, quantiles: 1, directions: 4, mean: 4 },
      output: 4,
      uniforms: { rows: "i32", xStride: "i32", seed: "u32", lambda: "f32", sigma: "f32", projected: "i32" },
      workgroup: 32,
    }),
  };
}
