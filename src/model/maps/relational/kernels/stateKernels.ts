import againWgsl from "../../../eqr/kernels/again.wgsl?raw";
import finiteWgsl from "../../../eqr/kernels/finite.wgsl?raw";
import gaussianWgsl from "../../../eqr/kernels/gaussian.wgsl?raw";
import philoxWgsl from "../../../eqr/kernels/philox.wgsl?raw";
import standingWgsl from "../../../eqr/kernels/standing.wgsl?raw";
import startWgsl from "../../../eqr/kernels/start.wgsl?raw";
import { NUDGE_CONSTANTS } from "../../../eqr/kernels/summary";
import { START_DEVIATION } from "../../../eqr/recipe/startDeviation";
import { createKernel } from "../../../gpu/program";
import beliefsWgsl from "./beliefs.wgsl?raw";
import { mapConstants } from "./layout";
import lookWgsl from "./look.wgsl?raw";
import partsWgsl from "./parts.wgsl?raw";
import type { Shape } from "./shape";
import summaryWgsl from "./summary.wgsl?raw";
import summarySharedWgsl from "./summaryShared.wgsl?raw";
import summaryTiledWgsl from "./summaryTiled.wgsl?raw";
import tellWgsl from "./tell.wgsl?raw";

/** The two kernels of summaries, and how many invocations of them a row of the batch takes. */
export const SUMMARY_KERNELS = {
  // Two for the numbers, and one for each word of cells.
  serial: { name: "summary", wgsl: summaryWgsl, workgroup: 16, invocationsPerRow: (words: number) => 2 + words },
  // A workgroup for each word, and one for all else.
  tiled: {
    name: "summaryTiled",
    wgsl: summaryTiledWgsl,
    workgroup: 64,
    invocationsPerRow: (words: number) => 64 * (words + 1),
  },
} as const;

/** What is done to states of maps with d features, and read off them. */
export function createStateKernels(d: number, family: Shape["family"]) {
  const constants = { ...mapConstants(d), START_DEVIATION };
  const summary = SUMMARY_KERNELS[family];
  return {
    start: createKernel({
      name: "start",
      wgsl: philoxWgsl + gaussianWgsl + startWgsl,
      constants,
      inputs: { quantiles: 1 },
      output: 4,
      uniforms: { rows: "i32", seed: "u32", first: "u32" },
    }),
    look: createKernel({
      name: "look",
      wgsl: partsWgsl + lookWgsl,
      constants,
      inputs: { z: 4, weights: 4, directions: 4, mean: 4 },
      output: 4,
      uniforms: { rows: "i32", projected: "i32" },
      workgroup: 32,
    }),
    summary: createKernel({
      name: summary.name,
      wgsl: finiteWgsl + philoxWgsl + standingWgsl + summarySharedWgsl + summary.wgsl,
      constants: { ...constants, ...NUDGE_CONSTANTS },
      inputs: { state: 4, record: 1, x: 1 },
      output: 1,
      uniforms: {
        rows: "i32",
        stepped: "i32",
        projected: "i32",
        tracked: "i32",
        xStride: "i32",
        seed: "u32",
        k: "u32",
        lambda: "f32",
        sigma: "f32",
        qBias: "f32",
        tolerance: "f32",
        haltBy: "i32",
        haltRun: "i32",
        nudges: "i32",
      },
      workgroup: summary.workgroup,
    }),
    beliefs: createKernel({
      name: "beliefs",
      wgsl: finiteWgsl + beliefsWgsl,
      constants,
      inputs: { z: 4, weights: 4 },
      output: 1,
      uniforms: { row: "i32" },
      workgroup: 16,
    }),
    again: createKernel({
      name: "again",
      wgsl: philoxWgsl + gaussianWgsl + againWgsl,
      constants,
      inputs: { z: 4, record: 1, quantiles: 1 },
      output: 4,
      uniforms: { rows: "i32", seed: "u32", k: "u32" },
    }),
    tell: createKernel({
      name: "tell",
      wgsl: tellWgsl,
      constants,
      inputs: { puzzle: 1, record: 1 },
      output: 1,
      uniforms: { rows: "i32", stride: "i32" },
    }),
  };
}
