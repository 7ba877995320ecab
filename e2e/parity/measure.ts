import type { Tensor } from "@tensorflow/tfjs-core";
import type { Numbers } from "./plain";

/** Largest |a - b|; NaN when the lengths differ or a NaN is among them. */
export function maxError(a: Numbers, b: Numbers): number {
  if (a.length !== b.length) return Number.NaN;
  let worst = 0;
  for (let i = 0; i < a.length; i++) {
    const error = Math.abs((a[i] ?? 0) - (b[i] ?? 0));
    if (Number.isNaN(error)) return Number.NaN;
    worst = Math.max(worst, error);
  }
  return worst;
}

/** Numbers whose bits differ. */
export function bitsOff(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) return Number.NaN;
  const [x, y] = [a, b].map((v) => new Uint32Array(v.slice().buffer));
  return x?.reduce((count, bits, i) => count + (bits === y?.[i] ? 0 : 1), 0) ?? Number.NaN;
}

/** Reads a tensor and disposes it. */
export async function take(tensor: Tensor): Promise<Float32Array> {
  const values = (await tensor.data()) as Float32Array;
  tensor.dispose();
  return values.slice();
}

/** The part of a batch [rows, size] that belongs to one row. */
export function rowOf(values: Float32Array, row: number, rows: number): Float32Array {
  const size = values.length / rows;
  return values.subarray(row * size, (row + 1) * size);
}
