import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import type { MapBackend } from "../eqr/backend/backend";
import { createReferenceBackend } from "../eqr/backend/referenceBackend";
import type { Summary } from "../eqr/record/summary";
import { randomModel } from "../maps/relational/fixtures/randomModel";
import { createLab, type Lab, type LabOptions } from "./lab";

export const UP_GRID = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";
/** Breaks the rules: all ones. */
export const DOWN_GRID = "1".repeat(81);

const STEEPNESS = 4;

/**
 * A lab with a map that is known: f(z) = tanh(4 mean(z)) in every number. Its fixed points are two states, +m and -m in every
 * number with m = tanh(4 m); the boundary of their basins is the hyperplane mean(z) = 0. The first decodes to UP_GRID, the
 * second to DOWN_GRID; q is the mean.
 */
export async function twoAttractorLab(options: LabOptions = {}): Promise<Lab> {
  await tf.setBackend("wasm");
  const model = randomModel({ d: 4 });
  const reference = createReferenceBackend(model, { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null });
  const backend: MapBackend = {
    ...reference,
    step: (z, _x, _axes, { lambda }) =>
      tf.tidy(() => {
        const mean = tf.mean(z, 1, true);
        const delta = tf.mul(tf.sub(tf.tanh(tf.mul(mean, STEEPNESS)), z), lambda);
        const next = tf.add(z, delta);
        const norm = (of: tf.Tensor) => tf.sqrt(tf.sum(tf.square(of), 1));
        const summary = tf.stack([tf.div(norm(delta), norm(z)), tf.mean(next, 1)], 1);
        return { z: next, summary };
      }),
    read: async (summaries) =>
      summaries.map((summary) => {
        const values = summary.dataSync();
        summary.dispose();
        return summaryOf(values);
      }),
  };
  return createLab(backend, options);
}

/** Where the attractors lie: the positive solution of m = tanh(4 m). */
export function attractor(): number {
  let m = 1;
  for (let i = 0; i < 100; i++) m = Math.tanh(STEEPNESS * m);
  return m;
}

function summaryOf(values: ArrayLike<number>): Summary {
  const rows = values.length / 2;
  const of = (row: number, column: number) => values[row * 2 + column] ?? Number.NaN;
  const all = Array.from({ length: rows }, (_, row) => row);
  return {
    residual: Float32Array.from(all, (row) => of(row, 0)),
    q: Float32Array.from(all, (row) => of(row, 1)),
    coords: new Float32Array(rows * 3),
    digits: Uint8Array.from(all.flatMap((row) => [...(of(row, 1) > 0 ? UP_GRID : DOWN_GRID)].map(Number))),
    confidence: new Uint8Array(rows * 81),
  };
}
