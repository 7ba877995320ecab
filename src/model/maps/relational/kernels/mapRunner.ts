import type { TensorInfo } from "@tensorflow/tfjs-core";
import type { NoiseRow } from "../../../eqr/backend/backend";
import type { Step } from "../../../eqr/kernels/mapKernels";
import type { Model } from "../../../eqr/model/model";
import type { Device } from "../../../gpu/device";
import { configOf } from "../weights";
import { createBlockKernels } from "./blockKernels";
import { CANDIDATES, packBlock, stateFloats } from "./layout";
import { mixedFloats } from "./scratch";
import type { Shape } from "./shape";

export interface MapRunner {
  /** The state after a step and the candidates' parts of its summary, as candidate.wgsl lays them out; overwritten by the next. */
  step(step: Step): TensorInfo;
  /** Room for such a state, for one that no step made. */
  room(rows: number): TensorInfo;
  /** Takes all the room that steps of so many rows need. */
  reserve(rows: number): void;
  /** Weights of a block; the heads are among them (layout.ts). */
  readonly weights: TensorInfo;
  /** Gives the room back; the next step takes what it needs. */
  trim(): void;
  dispose(): void;
}

/** The map on the device: two runs a block, the step itself being a part of the last one. */
export function createMapRunner(device: Device, model: Model, quantiles: TensorInfo, shape: Shape): MapRunner {
  const { d, blocks } = configOf(model);
  const parts = Array.from({ length: blocks }, (_, i) => ({
    last: i === blocks - 1,
    kernels: createBlockKernels(d, { first: i === 0, last: i === blocks - 1 }, shape),
    weights: device.upload(packBlock(model, i)),
  }));

  const allocate = (rows: number) => ({
    rows,
    mixed: device.allocate(rows * mixedFloats(d, shape)),
    states: [device.allocate(rows * stateFloats(d)), device.allocate(rows * stateFloats(d))] as const,
  });
  let scratch: ReturnType<typeof allocate> | null = null;

  function scratchFor(rows: number) {
    if (scratch && scratch.rows >= rows) return scratch;
    release();
    scratch = allocate(rows);
    return scratch;
  }

  function release() {
    if (scratch) device.release(scratch.mixed, ...scratch.states);
    scratch = null;
  }

  const [head] = parts;
  if (!head) throw new RangeError("A map has one block at least.");

  return {
    weights: head.weights,
    reserve(rows) {
      const { mixed, states } = scratchFor(rows);
      device.materialise(mixed, ...states);
    },
    room: (rows) => scratchFor(rows).states[0],

    step({ z, x, axes, options: { first, seed, k, lambda, sigma, rows: noise }, record }) {
      const rows = z.shape[0] ?? 0;
      const shared = x.shape.length === 1;
      if (!shared && x.shape[0] !== rows)
        throw new RangeError(`${rows} states need 1 or ${rows} conditions, not ${x.shape[0]}.`);
      const { mixed, states } = scratchFor(rows);
      const told = { rows, xStride: shared ? 0 : CANDIDATES };
      const own = !record && noise?.some(isNoisy) ? device.tensor([rows, 3], packNoise(noise)) : null;
      const tracked = record ? 1 : own ? 2 : 0;
      let source = z;
      let [to, other] = states;
      parts.forEach(({ kernels, weights, last }, i) => {
        const beside = i === 0 ? x : z;
        device.run(kernels.mix, {
          inputs: { source, weights, beside, record: record ?? own ?? weights },
          output: mixed,
          uniforms: { ...told, first, k, sigma: noise ? 0 : sigma, tracked },
          invocations: kernels.mixInvocations(rows),
        });
        const invocations = kernels.candidateInvocations(rows);
        if (last)
          device.run(kernels.last, {
            // Every binding needs a buffer: the weights stand in for axes that are not read.
            inputs: {
              source,
              mixed,
              weights,
              beside,
              quantiles,
              directions: axes?.directions ?? weights,
              mean: axes?.mean ?? weights,
            },
            output: to,
            uniforms: { ...told, seed, lambda, projected: axes ? 1 : 0 },
            invocations,
          });
        else
          device.run(kernels.candidate, {
            inputs: { source, mixed, weights, beside },
            output: to,
            uniforms: told,
            invocations,
          });
        source = to;
        [to, other] = [other, to];
      });
      own?.dispose();
      return source;
    },
    trim: release,
    dispose() {
      release();
      device.release(...parts.map(({ weights }) => weights));
    },
  };
}

const isNoisy = ({ sigma }: NoiseRow): boolean => sigma > 0;

/** [rows, 3]: trajectory, iteration and deviation of each row's noise. */
function packNoise(rows: readonly NoiseRow[]): Float32Array {
  return Float32Array.from(rows.flatMap(({ trajectory, k, sigma }) => [trajectory, k, sigma]));
}
