import gaussianWgsl from "../../../eqr/kernels/gaussian.wgsl?raw";
import philoxWgsl from "../../../eqr/kernels/philox.wgsl?raw";
import { createKernel } from "../../../gpu/program";
import { CANDIDATE_UNIFORMS, flagsOf, LAST_UNIFORMS, MIX_UNIFORMS, type Place } from "./blockPlace";
import candidateWgsl from "./candidate.wgsl?raw";
import finishWgsl from "./finish.wgsl?raw";
import latentWgsl from "./latent.wgsl?raw";
import { CANDIDATES, mapConstants } from "./layout";
import mixWgsl from "./mix.wgsl?raw";
import partsWgsl from "./parts.wgsl?raw";
import { type SerialShape, SHAPES, type Shape } from "./shape";
import { fits } from "./tiled/layout";
import { createTiledKernels } from "./tiled/tiledKernels";

/** Tiles of nine units in mix.wgsl. */
const MIX_TILES = 64;

/** The shapes that fit a map with d features. */
export function shapesFor(d: number): readonly Shape[] {
  return SHAPES.filter((shape) => shape.family === "serial" || shape.tile === "box" || fits(d, shape.rows));
}

/** The kernels of a block of maps with d features: first `mix`, then `candidate` or, in the last block, `last`. */
export function createBlockKernels(d: number, place: Place, shape: Shape) {
  return shape.family === "tiled" ? createTiledKernels(d, place, shape) : createSerialKernels(d, place, shape);
}

function createSerialKernels(d: number, place: Place, { candidates, groups }: SerialShape) {
  const layout = mapConstants(d);
  const constants = { ...layout, ...flagsOf(place), R: candidates, COLUMNS: (2 * layout.Q) / groups };
  const x: 0 | 1 = place.first ? 1 : 0;
  return {
    mixInvocations: (rows: number) => rows * MIX_TILES * groups,
    candidateInvocations: (rows: number) => (rows * CANDIDATES) / candidates,
    mix: createKernel({
      name: "mix",
      wgsl: latentWgsl + mixWgsl,
      constants,
      inputs: { source: 4, weights: 4, beside: x, record: 1 },
      output: 4,
      uniforms: MIX_UNIFORMS,
      workgroup: 16,
    }),
    candidate: createKernel({
      name: "candidate",
      wgsl: latentWgsl + candidateWgsl,
      constants,
      inputs: { source: 4, mixed: 4, weights: 4, beside: x },
      output: 4,
      uniforms: CANDIDATE_UNIFORMS,
      workgroup: 32,
    }),
    last: createKernel({
      name: "last",
      wgsl: philoxWgsl + gaussianWgsl + latentWgsl + partsWgsl + finishWgsl + candidateWgsl,
      constants,
      inputs: { source: 4, mixed: 4, weights: 4, beside: place.first ? 1 : 4, quantiles: 1, directions: 4, mean: 4 },
      output: 4,
      uniforms: LAST_UNIFORMS,
      workgroup: 32,
    }),
  };
}
