import type { TensorInfo } from "@tensorflow/tfjs-core";
import type { MapKernels, Rules, Step } from "../../../eqr/kernels/mapKernels";
import { summaryLayout } from "../../../eqr/kernels/packing";
import { type Model, weight } from "../../../eqr/model/model";
import { quantiles } from "../../../eqr/noise/noise";
import type { Device } from "../../../gpu/device";
import { conditionsOf } from "../condition";
import { configOf } from "../weights";
import { CANDIDATES, stateFloats } from "./layout";
import { createMapRunner } from "./mapRunner";
import { mixedFloats } from "./scratch";
import type { Shape } from "./shape";
import { createStateKernels, SUMMARY_KERNELS } from "./stateKernels";

const UNTRACKED: Rules = { haltBy: 1, haltRun: 1, tolerance: 0, nudges: 0 };

/** What is done to states and read off them, on the device. */
export function createStateRunner(device: Device, model: Model, shape: Shape): MapKernels {
  const { d } = configOf(model);
  const size = CANDIDATES * d;
  const { SUMMARY, CELLS, CELL_WORDS } = summaryLayout(model.grid);
  const kernels = createStateKernels(d, shape.family);
  const table = device.upload(quantiles().slice());
  const map = createMapRunner(device, model, table, shape);
  const { weights } = map;
  const qBias = weight(model, "q_bias").data[0] ?? 0;
  const vec4s = (rows: number) => (rows * size) / 4;

  /** Summaries of the rows that lie in `state` with their parts; `step` made them, or nothing did. */
  function summarise(state: TensorInfo, rows: number, projected: boolean, step: Step | null, rules: Rules) {
    const output = device.tensor([rows, SUMMARY]);
    const { haltBy, haltRun, tolerance, nudges } = rules;
    device.run(kernels.summary, {
      // Every binding needs a buffer: the state stands in for what is not read.
      inputs: { state, record: step?.record ?? state, x: step?.x ?? state },
      output,
      uniforms: {
        rows,
        stepped: step ? 1 : 0,
        projected: projected ? 1 : 0,
        tracked: step?.record ? 1 : 0,
        xStride: step && step.x.shape.length > 1 ? CANDIDATES : 0,
        seed: step?.options.seed ?? 0,
        k: step?.options.k ?? 0,
        lambda: step?.options.lambda ?? 0,
        sigma: step?.options.sigma ?? 0,
        qBias,
        tolerance,
        haltBy,
        haltRun,
        nudges,
      },
      invocations: rows * SUMMARY_KERNELS[shape.family].invocationsPerRow(CELL_WORDS),
    });
    return output;
  }

  return {
    conditionSize: CANDIDATES,
    largestFloats: Math.max(mixedFloats(d, shape), stateFloats(d)),
    condition: (inputs) => Float32Array.from(conditionsOf(inputs)),
    start(seed, first, rows) {
      const output = device.tensor([rows, size]);
      const uniforms = { rows, seed, first };
      device.run(kernels.start, { inputs: { quantiles: table }, output, uniforms, invocations: vec4s(rows) });
      return output;
    },
    step(step, rules = UNTRACKED) {
      const rows = step.z.shape[0] ?? 0;
      const state = map.step(step);
      const summary = summarise(state, rows, step.axes !== null, step, rules);
      const z = device.tensor([rows, size]);
      device.copy(state, z);
      return { z, summary };
    },
    summarise(z, axes) {
      const rows = z.shape[0] ?? 0;
      const state = map.room(rows);
      device.run(kernels.look, {
        inputs: { z, weights, directions: axes?.directions ?? weights, mean: axes?.mean ?? weights },
        output: state,
        uniforms: { rows, projected: axes ? 1 : 0 },
        invocations: rows * CANDIDATES,
      });
      return summarise(state, rows, axes !== null, null, UNTRACKED);
    },
    beliefs(z, row) {
      const output = device.allocate(CANDIDATES);
      device.run(kernels.beliefs, { inputs: { z, weights }, output, uniforms: { row }, invocations: CELLS });
      return output;
    },
    again(z, record, { k, seed }, output) {
      const rows = z.shape[0] ?? 0;
      const inputs = { z, record, quantiles: table };
      device.run(kernels.again, { inputs, output, uniforms: { rows, k, seed }, invocations: vec4s(rows) });
    },
    suppose(puzzle, record, output) {
      const rows = output.shape[0] ?? 0;
      const inputs = { puzzle, record };
      const uniforms = { rows, stride: puzzle.shape.length > 1 ? CANDIDATES : 0 };
      device.run(kernels.tell, { inputs, output, uniforms, invocations: rows * CANDIDATES });
    },
    reserve: map.reserve,
    trim: map.trim,
    dispose() {
      map.dispose();
      device.release(table);
    },
  };
}
