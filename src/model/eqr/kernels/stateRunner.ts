import type { Tensor, TensorInfo } from "@tensorflow/tfjs-core";
import type { Device } from "../../gpu/device";
import { CANDIDATES } from "../../maps/relational/kernels/layout";
import { createMapRunner, type Step } from "../../maps/relational/kernels/mapRunner";
import type { Shape } from "../../maps/relational/kernels/shape";
import { configOf } from "../../maps/relational/weights";
import type { Axes } from "../backend";
import { type Model, weight } from "../model";
import { quantiles } from "../noise";
import { createStateKernels, SUMMARY_KERNELS } from "./stateKernels";
import { SUMMARY } from "./summary";

/** What the standing of trajectories goes by (standing.wgsl). */
export interface Rules {
  /** What lets a trajectory rest: 0 nothing is needed, 1 a residual below the tolerance, 2 a halting logit above 0. */
  readonly haltBy: 0 | 1 | 2;
  /** Iterations at rest after which it halts. */
  readonly haltRun: number;
  readonly tolerance: number;
  readonly nudges: number;
}

const UNTRACKED: Rules = { haltBy: 1, haltRun: 1, tolerance: 0, nudges: 0 };

export interface StateRunner {
  start(seed: number, first: number, rows: number): Tensor;
  /** A step and the summary of what it made, [rows, SUMMARY] (summary.ts); with a record, by the rules. */
  step(step: Step, rules?: Rules): { readonly z: Tensor; readonly summary: Tensor };
  /** The same summary of a state that no step made; the residual is NaN. */
  summarise(z: Tensor, axes: Axes | null): Tensor;
  /** [729] softmax of one row; released by the caller. */
  beliefs(z: Tensor, row: number): TensorInfo;
  /** What the step after a look at z_k starts from: z with fresh starts where the record says so, [rows, size]. */
  again(z: TensorInfo, record: TensorInfo, at: { readonly k: number; readonly seed: number }, output: TensorInfo): void;
  /** The conditions that the record's hypotheses make of a puzzle's [729], written to output [rows, 729]. */
  tell(puzzle: TensorInfo, record: TensorInfo, output: TensorInfo): void;
  /** Takes the memory that steps of so many rows need, beside the states. */
  reserve(rows: number): void;
  /** Gives back memory that holds nothing. */
  trim(): void;
  dispose(): void;
}

/** What is done to states and read off them, on the device. */
export function createStateRunner(device: Device, model: Model, shape: Shape): StateRunner {
  const { d } = configOf(model);
  const size = CANDIDATES * d;
  const kernels = createStateKernels(d, shape.family);
  const table = device.upload(quantiles().slice());
  const map = createMapRunner(device, model, table, shape);
  const { weights } = map;
  const qBias = weight(model, "q_bias").data[0] ?? 0;
  const vec4s = (rows: number) => (rows * size) / 4;

  /** Summaries of the rows that lie in `state` with their parts; `step` made them, or nothing did. */
  function summarise(state: TensorInfo, rows: number, projected: boolean, step: Step | null, rules: Rules): Tensor {
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
        qBias,
        tolerance,
        haltBy,
        haltRun,
        nudges,
      },
      invocations: rows * SUMMARY_KERNELS[shape.family].invocationsPerRow,
    });
    return output;
  }

  return {
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
      device.run(kernels.beliefs, { inputs: { z, weights }, output, uniforms: { row }, invocations: 81 });
      return output;
    },
    again(z, record, { k, seed }, output) {
      const rows = z.shape[0] ?? 0;
      const inputs = { z, record, quantiles: table };
      device.run(kernels.again, { inputs, output, uniforms: { rows, k, seed }, invocations: vec4s(rows) });
    },
    tell(puzzle, record, output) {
      const rows = output.shape[0] ?? 0;
      const inputs = { puzzle, record };
      device.run(kernels.tell, { inputs, output, uniforms: { rows }, invocations: rows * CANDIDATES });
    },
    reserve: map.reserve,
    trim: map.trim,
    dispose() {
      map.dispose();
      device.release(table);
    },
  };
}
