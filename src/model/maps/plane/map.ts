import * as tf from "@tensorflow/tfjs-core";
import * as v from "valibot";
import type { MapKind } from "../../eqr/model/map";
import { cellsOf, type Grid } from "../../tasks/task";

/** Sizes of a plane map: units of f and of its read-out, and whether the units of f compete (1) or not (0). */
const ConfigSchema = v.object({
  units: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(256)),
  readers: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(256)),
  softmax: v.picklist([0, 1]),
});
export type PlaneConfig = v.InferOutput<typeof ConfigSchema>;

/** Above this probability of its likeliest value, in the least certain cell, q is positive. */
const SURE = 0.9;
const STEEP = 10;

/** Numbers of the one-hot condition: values of every cell; an open cell is all zeros. */
export const symbolsOf = (grid: Grid) => cellsOf(grid) * grid.values;

/**
 * A map whose latent state is a point of the plane, z = (z1, z2), so that all of it can be seen:
 * f(z, x) = act(z IN + x CONDITION + BIAS) OUT + SHIFT, x the one-hot of the givens, act = tanh, or softmax (then f is the
 * update of a modern Hopfield network, Ramsauer et al. 2020). Logits: tanh(z READ + READ_BIAS) SAY + SAY_BIAS.
 * q = 10 (p - 0.9), p the probability of the likeliest value in the least certain cell.
 */
export const plane: MapKind<PlaneConfig> = {
  name: "plane",
  config: ConfigSchema,
  layers: () => 1,
  shape: () => [2],
  weights: (config, grid) => planeShapes(config, grid),
  ops: (weights, { softmax }, grid) => {
    const { in: into, condition, bias, out, shift, read, readBias, say, sayBias } = weights as PlaneTensors;
    const logits = (z: tf.Tensor2D) =>
      tf.add(tf.matMul(tf.tanh(tf.add(tf.matMul(z, read), readBias)), say), sayBias) as tf.Tensor2D;
    return {
      condition: (inputs) => tf.tidy(() => tf.matMul(oneHot(inputs, grid), condition)),
      f: (z, x) =>
        tf.tidy(() => {
          const sum = tf.add(tf.add(tf.matMul(z, into), x), bias) as tf.Tensor2D;
          return tf.add(tf.matMul(softmax ? tf.softmax(sum) : tf.tanh(sum), out), shift) as tf.Tensor2D;
        }),
      logits: (z) => tf.tidy(() => logits(z)),
      q: (z) =>
        tf.tidy(() => {
          const cells = tf.softmax(tf.reshape(logits(z), [z.shape[0], cellsOf(grid), grid.values]));
          return tf.mul(tf.sub(tf.min(tf.max(cells, 2), 1, true), SURE), STEEP) as tf.Tensor2D;
        }),
      dispose: () => {},
    };
  },
};

/** The weights by name, as tensors. */
export interface PlaneTensors extends Readonly<Record<string, tf.Tensor>> {
  readonly in: tf.Tensor2D;
  readonly condition: tf.Tensor2D;
  readonly bias: tf.Tensor1D;
  readonly out: tf.Tensor2D;
  readonly shift: tf.Tensor1D;
  readonly read: tf.Tensor2D;
  readonly readBias: tf.Tensor1D;
  readonly say: tf.Tensor2D;
  readonly sayBias: tf.Tensor1D;
}

/** Names and shapes of the weights. */
export function planeShapes({ units, readers }: PlaneConfig, grid: Grid): ReadonlyMap<string, readonly number[]> {
  const symbols = symbolsOf(grid);
  return new Map([
    ["in", [2, units]],
    ["condition", [symbols, units]],
    ["bias", [units]],
    ["out", [units, 2]],
    ["shift", [2]],
    ["read", [2, readers]],
    ["readBias", [readers]],
    ["say", [readers, symbols]],
    ["sayBias", [symbols]],
  ]);
}

/** [inputs.length, cells * values] */
function oneHot(inputs: readonly Uint8Array[], grid: Grid): tf.Tensor2D {
  const symbols = tf.tensor2d(
    inputs.map((input) => [...input]),
    undefined,
    "int32",
  );
  const given = tf.slice(tf.oneHot(symbols, grid.values + 1), [0, 0, 1], [-1, -1, grid.values]);
  return tf.reshape(tf.cast(given, "float32"), [inputs.length, symbolsOf(grid)]);
}
