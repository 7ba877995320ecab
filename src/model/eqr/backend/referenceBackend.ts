import * as tf from "@tensorflow/tfjs-core";
import { cellsOf, type Grid } from "../../tasks/task";
import { type Model, stateShape } from "../model/model";
import { fillGaussian } from "../noise/noise";
import { START_DEVIATION } from "../recipe/startDeviation";
import { decodeInto, softmaxBytes } from "../record/decode";
import { emptySummary, type Summary, widthsOf } from "../record/summary";
import type { Axes } from "./axes";
import type { BackendInfo, MapBackend, NoiseRow } from "./backend";

/** Columns of a summary on the device: ||F(z) - z||^2, ||z||^2, q, 3 coordinates; then the logits of every cell. */
const HEAD = 6;

/** The map in tfjs ops on the current tfjs backend: slow, plain, and the judge of the fast one. */
export function createReferenceBackend(model: Model, info: BackendInfo): MapBackend {
  const { grid } = model;
  const width = HEAD + cellsOf(grid) * grid.values;
  const shape = stateShape(model);
  const size = shape.reduce((a, b) => a * b, 1);
  const d = shape.at(-1) ?? 1;
  const weights = uploadWeights(model);
  const map = model.map.ops(weights, model.config, grid);
  const projection = createProjection(size);

  function noise(seed: number, rows: readonly NoiseRow[]): tf.Tensor2D {
    const values = new Float32Array(rows.length * size);
    rows.forEach(({ trajectory, k, sigma }, i) => {
      if (sigma === 0) return;
      const own = values.subarray(i * size, (i + 1) * size);
      fillGaussian(own, seed, trajectory, k);
      const deviation = Math.fround(sigma);
      for (let at = 0; at < size; at++) own[at] = (own[at] ?? 0) * deviation;
    });
    return tf.tensor2d(values, [rows.length, size]);
  }

  /** change: F(z_{k-1}) - z_{k-1} and z_{k-1}, or null where no step was made. */
  function summarise(z: tf.Tensor, axes: Axes | null, change: { delta: tf.Tensor; from: tf.Tensor } | null): tf.Tensor {
    const rows = z.shape[0] ?? 0;
    const unknown = (columns: number) => tf.fill([rows, columns], Number.NaN);
    const norms = change ? [squaredNorm(change.delta, d), squaredNorm(change.from, d)] : [unknown(2)];
    const coords = axes ? projection.apply(z, axes) : unknown(3);
    return tf.concat([...norms, map.q(z as tf.Tensor2D), coords, map.logits(z as tf.Tensor2D)], 1);
  }

  return {
    info,
    grid,
    size,
    condition: map.condition,
    start: (seed, first, rows) => noise(seed, rowsFrom(first, rows, 0, START_DEVIATION)),
    step: (z, x, axes, { k, seed, lambda, sigma, first, rows }) =>
      tf.tidy(() => {
        const delta = tf.mul(tf.sub(map.f(z as tf.Tensor2D, x), z), lambda);
        const noiseless = tf.add(z, delta);
        const noisy = rows ?? rowsFrom(first, z.shape[0] ?? 0, k, sigma);
        const next = noisy.some((row) => row.sigma > 0) ? tf.add(noiseless, noise(seed, noisy)) : noiseless;
        return { z: next, summary: summarise(next, axes, { delta, from: z }) };
      }),
    summarise: (z, axes) => tf.tidy(() => summarise(z, axes, null)),
    read: async (summaries) => {
      if (summaries.length === 0) return [];
      const all = tf.tidy(() => tf.concat(summaries as tf.Tensor[], 0));
      const rowsOf = summaries.map((summary) => summary.shape[0] ?? 0);
      tf.dispose(summaries as tf.Tensor[]);
      const values = await readAndDispose(all);
      let offset = 0;
      return rowsOf.map((rows) => {
        const part = values.subarray(offset, offset + rows * width);
        offset += rows * width;
        return parseSummary(part, rows, grid);
      });
    },
    beliefs: async (z, row) =>
      softmaxBytes(await readAndDispose(tf.tidy(() => map.logits(rowOf(z, row)))), grid.values),
    gather: (rows) =>
      tf.tidy(() =>
        tf.concat(
          rows.map(({ z, row }) => rowOf(z, row)),
          0,
        ),
      ),
    gram: (matrix) =>
      // The transposition is made by hand: wasm multiplies fast only what is not transposed.
      readAndDispose(tf.tidy(() => tf.matMul(matrix as tf.Tensor2D, tf.transpose(matrix as tf.Tensor2D)))),
    axes: (matrix, columns) =>
      tf.tidy(() => {
        const mean = tf.mean(matrix, 0);
        const centred = tf.sub(matrix as tf.Tensor2D, mean);
        const w = tf.transpose(tf.tensor2d(columns, [matrix.shape[0] ?? 0, 3]));
        return { directions: tf.matMul(w, centred), mean };
      }),
    project: async (states, axes) => {
      if (states.length === 0) return new Float32Array(0);
      return readAndDispose(
        tf.tidy(() =>
          tf.concat(
            states.map((z) => projection.apply(z, axes)),
            0,
          ),
        ),
      );
    },
    dispose: () => {
      map.dispose();
      tf.dispose({ ...weights });
      projection.dispose();
    },
  };
}

function uploadWeights({ tensors }: Model): Record<string, tf.Tensor> {
  return Object.fromEntries([...tensors].map(([name, { data, shape }]) => [name, tf.tensor(data, [...shape])]));
}

function rowsFrom(first: number, rows: number, k: number, sigma: number): NoiseRow[] {
  return Array.from({ length: rows }, (_, i) => ({ trajectory: first + i, k, sigma }));
}

/** One row of a state, as a batch of one. A slice: tf.gather is twenty times slower on wasm. */
function rowOf(z: tf.Tensor, row: number): tf.Tensor2D {
  return tf.slice(z as tf.Tensor2D, [row, 0], [1, -1]);
}

/** [rows, 1] of states whose numbers lie in vectors of `d`. */
function squaredNorm(z: tf.Tensor, d: number): tf.Tensor {
  // Summed in two steps: one running f32 sum over tens of thousands of squares would lose digits.
  const perVector = tf.sum(tf.reshape(tf.square(z), [z.shape[0] ?? 0, -1, d]), 2);
  return tf.sum(perVector, 1, true);
}

function parseSummary(values: Float32Array, rows: number, grid: Grid): Summary {
  const summary = emptySummary(rows, grid);
  const widths = widthsOf(grid);
  const width = values.length / rows;
  for (let row = 0; row < rows; row++) {
    const part = values.subarray(row * width, (row + 1) * width);
    const [delta = Number.NaN, from = Number.NaN, q = Number.NaN] = part;
    summary.residual[row] = Math.sqrt(delta) / Math.sqrt(from);
    summary.q[row] = q;
    summary.coords.set(part.subarray(3, HEAD), row * widths.coords);
    const cells = [row * widths.digits, (row + 1) * widths.digits] as const;
    decodeInto(part.subarray(HEAD), summary.digits.subarray(...cells), summary.confidence.subarray(...cells));
  }
  return summary;
}

async function readAndDispose(tensor: tf.Tensor): Promise<Float32Array> {
  try {
    return (await tensor.data()) as Float32Array;
  } finally {
    tensor.dispose();
  }
}

/**
 * Coordinates (z - mean) V^T, with V^T and mean V^T kept for the axes last used: wasm multiplies a transposed matrix three
 * times slower, and axes stay the same for many iterations.
 */
function createProjection(size: number) {
  let kept: { readonly axes: Axes; readonly across: tf.Tensor2D; readonly offset: tf.Tensor } | null = null;

  function prepare(axes: Axes) {
    if (kept?.axes === axes) return kept;
    dispose();
    const across = tf.keep(tf.transpose(axes.directions as tf.Tensor2D));
    const offset = tf.keep(tf.tidy(() => tf.matMul(tf.reshape(axes.mean, [1, size]), across)));
    kept = { axes, across, offset };
    return kept;
  }

  function dispose() {
    if (kept) tf.dispose([kept.across, kept.offset]);
    kept = null;
  }

  return {
    apply(z: tf.Tensor, axes: Axes): tf.Tensor {
      const { across, offset } = prepare(axes);
      return tf.sub(tf.matMul(z as tf.Tensor2D, across), offset);
    },
    dispose,
  };
}
