import { createKernel } from "../../gpu/program";
import { mapConstants } from "../../maps/relational/kernels/layout";
import lookWgsl from "../../maps/relational/kernels/look.wgsl?raw";
import partsWgsl from "../../maps/relational/kernels/parts.wgsl?raw";
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
import tellWgsl from "./tell.wgsl?raw";

/** What is done to states of maps with d features, and read off them. */
export function createStateKernels(d: number) {
  const constants = { ...mapConstants(d), START_DEVIATION };
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
      name: "summary",
      wgsl: finiteWgsl + philoxWgsl + standingWgsl + summaryWgsl,
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
      workgroup: 16,
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
