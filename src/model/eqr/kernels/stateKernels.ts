import type { Tensor, TensorInfo } from "@tensorflow/tfjs-core";
import type { Axes, NoiseRow, StepOptions } from "../backend";
import { quantiles } from "../noise";
import { type Model, weight } from "../weights";
import beliefsWgsl from "./beliefs.wgsl?raw";
import cellsWgsl from "./cells.wgsl?raw";
import type { Device } from "./device";
import finiteWgsl from "./finite.wgsl?raw";
import { CANDIDATES, mapConstants, packHeads } from "./layout";
import noiseWgsl from "./noise.wgsl?raw";
import { createKernel } from "./program";
import startWgsl from "./start.wgsl?raw";
import { SUMMARY } from "./summary";
import summaryWgsl from "./summary.wgsl?raw";
import updateWgsl from "./update.wgsl?raw";

function createStateKernels(d: number) {
  const constants = mapConstants(d);
  return {
    start: createKernel({
      name: "start",
      wgsl: noiseWgsl + startWgsl,
      constants,
      inputs: { quantiles: 1 },
      output: 4,
      uniforms: { rows: "i32", seed: "u32", first: "u32" },
    }),
    update: createKernel({
      name: "update",
      wgsl: noiseWgsl + updateWgsl,
      constants,
      inputs: { z: 4, u: 4, quantiles: 1, own: 1 },
      output: 4,
      uniforms: { rows: "i32", seed: "u32", first: "u32", k: "u32", mixed: "i32", lambda: "f32", sigma: "f32" },
    }),
    cells: createKernel({
      name: "cells",
      wgsl: finiteWgsl + cellsWgsl,
      constants,
      inputs: { z: 4, before: 4, u: 4, heads: 4, directions: 4, mean: 4 },
      output: 4,
      uniforms: { rows: "i32", stepped: "i32", projected: "i32" },
      workgroup: 16,
    }),
    summary: createKernel({
      name: "summary",
      wgsl: finiteWgsl + summaryWgsl,
      constants: { ...constants, SUMMARY },
      inputs: { cells: 1 },
      output: 1,
      uniforms: { rows: "i32", stepped: "i32", projected: "i32", lambda: "f32", qBias: "f32" },
    }),
    beliefs: createKernel({
      name: "beliefs",
      wgsl: finiteWgsl + beliefsWgsl,
      constants,
      inputs: { z: 4, heads: 4 },
      output: 1,
      uniforms: { row: "i32" },
      workgroup: 16,
    }),
  };
}

/** The step that made a state: from `before`, with u = f(before, x). */
interface Made {
  readonly before: Tensor;
  readonly u: TensorInfo;
  readonly lambda: number;
}

interface StateRunner {
  start(seed: number, first: number, rows: number): Tensor;
  /** z + lambda (u - z) + sigma eps */
  update(z: Tensor, u: TensorInfo, options: StepOptions): Tensor;
  /** [rows, SUMMARY], see summary.ts; the residual is NaN without `made`, the coordinates without axes. */
  summarise(z: Tensor, axes: Axes | null, made: Made | null): Tensor;
  /** [729] softmax of one row; released by the caller. */
  beliefs(z: Tensor, row: number): TensorInfo;
  dispose(): void;
}

/** What is done to states and read off them, on the device. */
export function createStateRunner(device: Device, model: Model): StateRunner {
  const { d } = model.card.config;
  const kernels = createStateKernels(d);
  const table = device.upload(quantiles().slice());
  const heads = device.upload(packHeads(model));
  // Bound where all rows have the noise of one run: a binding needs a buffer of its type.
  const sameNoise = device.tensor([2], new Int32Array(2));
  const qBias = weight(model, "q_bias").data[0] ?? 0;
  const vec4s = (rows: number) => (rows * CANDIDATES * d) / 4;

  return {
    start(seed, first, rows) {
      const output = device.tensor([rows, CANDIDATES, d]);
      const uniforms = { rows, seed, first };
      device.run(kernels.start, { inputs: { quantiles: table }, output, uniforms, invocations: vec4s(rows) });
      return output;
    },
    update(z, u, { seed, first, k, lambda, sigma, rows: noise }) {
      const rows = z.shape[0] ?? 0;
      const output = device.tensor([rows, CANDIDATES, d]);
      const own = noise && sigma > 0 ? device.tensor([2 * rows], packNoise(noise)) : null;
      const uniforms = { rows, seed, first, k, mixed: own ? 1 : 0, lambda, sigma };
      const inputs = { z, u, quantiles: table, own: own ?? sameNoise };
      device.run(kernels.update, { inputs, output, uniforms, invocations: vec4s(rows) });
      own?.dispose();
      return output;
    },
    summarise(z, axes, made) {
      const rows = z.shape[0] ?? 0;
      const flags = { stepped: made ? 1 : 0, projected: axes ? 1 : 0 };
      const cells = device.allocate(rows * 81 * 8);
      // Every binding needs a buffer: z stands in for what is not read.
      device.run(kernels.cells, {
        inputs: {
          z,
          before: made?.before ?? z,
          u: made?.u ?? z,
          heads,
          directions: axes?.directions ?? z,
          mean: axes?.mean ?? z,
        },
        output: cells,
        uniforms: { rows, ...flags },
        invocations: rows * 81,
      });
      const output = device.tensor([rows, SUMMARY]);
      device.run(kernels.summary, {
        inputs: { cells },
        output,
        uniforms: { rows, ...flags, lambda: made?.lambda ?? 0, qBias },
        invocations: rows * SUMMARY,
      });
      device.release(cells);
      return output;
    },
    beliefs(z, row) {
      const output = device.allocate(CANDIDATES);
      device.run(kernels.beliefs, { inputs: { z, heads }, output, uniforms: { row }, invocations: 81 });
      return output;
    },
    dispose() {
      device.release(table, heads);
      sameNoise.dispose();
    },
  };
}

/** [2 rows]: trajectory and iteration of each row's noise. */
function packNoise(rows: readonly NoiseRow[]): Int32Array {
  return Int32Array.from(rows.flatMap(({ trajectory, k }) => [trajectory, k]));
}
