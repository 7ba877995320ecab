import { createKernel } from "../../gpu/program";
import { mapConstants } from "../../maps/relational/kernels/layout";
import lookWgsl from "../../maps/relational/kernels/look.wgsl?raw";
import partsWgsl from "../../maps/relational/kernels/parts.wgsl?raw";
import type { Shape } from "../../maps/relational/kernels/shape";
import { START_DEVIATION } from "../noise";
import againWgsl from "./again.wgsl?raw";
import beliefsWgsl from "./beliefs.wgsl?raw";
import finiteWgsl from "./finite.wgsl?raw";
import gaussianWgsl from "./gaussian.wgsl?raw";
import philoxWgsl from "./philox.wgsl?raw";
import standingWgsl from "./standing.wgsl?raw";
import startWgsl from "./start.wgsl?raw";
import { NUDGE_CONSTANTS } from "./summary";
import summaryWgsl from "./summary.wgsl?raw";
import summarySharedWgsl from "./summaryShared.wgsl?raw";
import summaryTiledWgsl from "./summaryTiled.wgsl?raw";
import tellWgsl from "./tell.wgsl?raw";

/** The two kernels of summaries, and how many invocations of them a row of the batch takes. */
export const SUMMARY_KERNELS = {
  // Two for the numbers, and one for each word of two cells.
  serial: { name: "summary", wgsl: summaryWgsl, workgroup: 16, invocationsPerRow: 2 + 41 },
  // A workgroup for each word, and one for all else.
  tiled: { name: "summaryTiled", wgsl: summaryTiledWgsl, workgroup: 64, invocationsPerRow: 64 * (41 + 1) },
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
      uniforms: { rows: "i32" },
    }),
  };
}
