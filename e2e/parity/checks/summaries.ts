import type { Axes } from "../../../src/model/eqr/backend/axes";
import { decodeInto, softmaxBytes } from "../../../src/model/eqr/record/decode";
import { maxError, rowOf, take } from "../measure";
import { plainHeads } from "../plain";
import { INPUT, withKernels } from "../setup";

/**
 * Digits, confidences, beliefs, q and coordinates of summarise(), of step() and of project() against their definitions,
 * for states some iterations from the start.
 */
export function summaryErrors() {
  return withKernels(async (backend, model) => {
    const rows = 3;
    const x = backend.condition([INPUT]);
    const z0 = backend.start(11, 0, rows);
    const axes = backend.axes(gatherAll(z0), Float32Array.of(1, 0, 0, 0, 0.5, 0, 0, 0, -0.01));
    const made = backend.step(z0, x, axes, { k: 1, seed: 11, lambda: 0.9, sigma: 0.05, first: 0 });
    const beliefs = await backend.beliefs(made.z, 1);
    const projected = await backend.project([z0, made.z], axes);
    const [bare, framed, stepped] = await backend.read([
      backend.summarise(made.z, null),
      backend.summarise(made.z, axes),
      made.summary,
    ]);
    const z = await take(made.z);
    const coords = await plainCoords(z, rows, axes);
    for (const tensor of [x, z0, axes.directions, axes.mean]) tensor.dispose();
    if (!bare || !framed || !stepped) throw new Error("A summary is missing.");

    const digits = new Uint8Array(rows * 81);
    const confidence = new Uint8Array(rows * 81);
    let q = 0;
    let belief = 0;
    for (let row = 0; row < rows; row++) {
      const heads = plainHeads(model, rowOf(z, row, rows));
      const logits = Float32Array.from(heads.logits);
      decodeInto(logits, digits.subarray(row * 81, row * 81 + 81), confidence.subarray(row * 81, row * 81 + 81));
      q = Math.max(q, Math.abs(heads.q - (stepped.q[row] ?? Number.NaN)));
      if (row === 1) belief = maxError(Float32Array.from(beliefs), Float32Array.from(softmaxBytes(logits, 9)));
    }
    return {
      digitsOff: stepped.digits.filter((digit, i) => digit !== digits[i]).length,
      confidence: maxError(Float32Array.from(stepped.confidence), Float32Array.from(confidence)),
      belief,
      q,
      coords: maxError(stepped.coords, coords) / Math.max(...coords.map(Math.abs)),
      projected: maxError(projected.subarray(rows * 3), stepped.coords),
      residuals: [...bare.residual, ...framed.residual].every(Number.isNaN),
      bareCoords: [...bare.coords].every(Number.isNaN),
      agree:
        framed.digits.join() === stepped.digits.join() &&
        bare.confidence.join() === stepped.confidence.join() &&
        framed.q.join() === stepped.q.join() &&
        framed.coords.join() === stepped.coords.join(),
    };

    function gatherAll(z: typeof z0) {
      return backend.gather([0, 1, 2].map((row) => ({ z, row })));
    }
  });
}

async function plainCoords(z: Float32Array, rows: number, axes: Axes): Promise<Float64Array> {
  const directions = (await axes.directions.data()) as Float32Array;
  const mean = (await axes.mean.data()) as Float32Array;
  return Float64Array.from({ length: rows * 3 }, (_, i) => {
    const axis = rowOf(directions, i % 3, 3);
    const state = rowOf(z, Math.floor(i / 3), rows);
    return axis.reduce((sum, v, j) => sum + v * ((state[j] ?? 0) - (mean[j] ?? 0)), 0);
  });
}
