import * as tf from "@tensorflow/tfjs-core";
import * as v from "valibot";
import type { ModelCard } from "../eqr/model/card";
import type { MapKind } from "../eqr/model/map";
import { createModel, type Model } from "../eqr/model/model";
import { cellsOf, type Grid } from "../tasks/task";

const ConfigSchema = v.object({ rate: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) });

const sizeOf = (grid: Grid) => cellsOf(grid) * grid.values;

/**
 * The tiny map of the tests: f(z, x) = (1 - rate) z + rate x, x = (one-hot of the input) W. Its only fixed point is x, for
 * every damping. A state is its own logits; q is 3 where all of them are 1 or -1, and -5 at 0.
 */
export const linear: MapKind<v.InferOutput<typeof ConfigSchema>> = {
  name: "linear",
  config: ConfigSchema,
  layers: () => 1,
  shape: (_, grid) => [cellsOf(grid), grid.values],
  weights: (_, grid) => new Map([["w", [sizeOf(grid), sizeOf(grid)]]]),
  ops: ({ w }, { rate }, grid) => ({
    condition: (inputs) =>
      tf.tidy(() => {
        const symbols = tf.tensor2d(inputs.map((input) => [...input]));
        // One-hot without the symbol of an open cell.
        const given = tf.slice(tf.oneHot(tf.cast(symbols, "int32"), grid.values + 1), [0, 0, 1], [-1, -1, grid.values]);
        return tf.matMul(tf.reshape(tf.cast(given, "float32"), [inputs.length, sizeOf(grid)]), w as tf.Tensor2D);
      }),
    f: (z, x) => tf.tidy(() => tf.add(tf.mul(z, 1 - rate), tf.mul(x, rate)) as tf.Tensor2D),
    logits: (z) => tf.clone(z),
    q: (z) => tf.tidy(() => tf.sub(tf.mul(tf.mean(tf.square(z), 1, true), 8), 5) as tf.Tensor2D),
    dispose: () => {},
  }),
};

/** Its card for 2 x 2 Latin squares. */
export const CARD: ModelCard = {
  name: "tiny",
  title: "A linear map",
  description: "Knows what follows from one cell of a 2 × 2 Latin square.",
  task: "latin-square",
  map: "linear",
  config: { rate: 0.5 },
  parameters: 64,
  flopsPerIteration: 10,
  weights: { file: "tiny.safetensors", bytes: 1, sha256: "" },
  training: { data: "none", steps: 0, seed: 0, minutes: 0, hardware: "none", command: "none" },
  accuracy: [],
  limits: [],
};

/** Its weights for them: a given cell speaks for its value in cells of the same diagonal, and for the other in the rest. */
export function tinyModel(): Model {
  const places = Array.from({ length: 8 }, (_, i) => ({ diagonal: [0, 1, 1, 0][i >> 1], value: i % 2 }));
  const agrees = (a: number, b: number) =>
    (places[a]?.diagonal === places[b]?.diagonal) === (places[a]?.value === places[b]?.value) ? 1 : -1;
  const data = Float32Array.from({ length: 64 }, (_, i) => agrees(i >> 3, i % 8));
  return createModel(linear, CARD, new Map([["w", { shape: [8, 8], data }]]));
}
