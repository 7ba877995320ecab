import gaussianWgsl from "../../../../eqr/kernels/gaussian.wgsl?raw";
import philoxWgsl from "../../../../eqr/kernels/philox.wgsl?raw";
import { createKernel } from "../../../../gpu/program";
import { CANDIDATE_UNIFORMS, flagsOf, LAST_UNIFORMS, MIX_UNIFORMS, type Place } from "../blockPlace";
import latentWgsl from "../latent.wgsl?raw";
import { mapConstants } from "../layout";
import type { TiledShape } from "../shape";
import bandWgsl from "./band.wgsl?raw";
import boxWgsl from "./box.wgsl?raw";
import cellsWgsl from "./cells.wgsl?raw";
import { bandConstants, boxConstants, cellsConstants, cellsWorkgroups, tileWorkgroups } from "./layout";
import sharedWgsl from "./shared.wgsl?raw";

/** The two kernels of a block for GPUs: cells.wgsl, then band.wgsl or box.wgsl, as an inner block's or as the last one's. */
export function createTiledKernels(d: number, place: Place, shape: TiledShape) {
  const shared = { ...mapConstants(d), ...flagsOf(place) };
  const cells = { ...shared, ...cellsConstants(d, shape.tile) };
  const tile = { ...shared, ...(shape.tile === "band" ? bandConstants : boxConstants)(d, shape.rows) };
  const wgsl = latentWgsl + sharedWgsl + (shape.tile === "band" ? bandWgsl : boxWgsl);
  const x: 0 | 1 = place.first ? 1 : 0;
  return {
    mixInvocations: (rows: number) => cells.THREADS * cellsWorkgroups(rows, shape.tile),
    candidateInvocations: (rows: number) => tile.THREADS * tileWorkgroups(rows, shape),
    mix: createKernel({
      name: "cells",
      wgsl: latentWgsl + cellsWgsl,
      constants: cells,
      inputs: { source: 4, weights: 4, beside: x, record: 1 },
      output: 4,
      uniforms: MIX_UNIFORMS,
      workgroup: cells.THREADS,
    }),
    candidate: createKernel({
      name: shape.tile,
      wgsl,
      constants: tile,
      inputs: { source: 4, mixed: 4, weights: 4, beside: x },
      output: 4,
      uniforms: CANDIDATE_UNIFORMS,
      workgroup: tile.THREADS,
    }),
    last: createKernel({
      name: `${shape.tile}Last`,
      wgsl: philoxWgsl + gaussianWgsl + wgsl,
      constants: tile,
      inputs: { source: 4, mixed: 4, weights: 4, beside: place.first ? 1 : 4, quantiles: 1, directions: 4, mean: 4 },
      output: 4,
      uniforms: LAST_UNIFORMS,
      workgroup: tile.THREADS,
    }),
  };
}
