import { START_DEVIATION } from "../recipe/startDeviation";
import { compileNoise, type FillNoise, PHILOX } from "./noiseWasm";
import { QUANTILES_BASE64 } from "./quantiles";

/** The second half of every Philox key: "Eqr!" in ASCII, so that our stream is no one else's. */
export const STREAM = 0x45715221;

const { M0, M1, W0, W1, ROUNDS } = PHILOX;

export type Words4 = readonly [number, number, number, number];

/**
 * Standard normal noise that every backend agrees on, bit for bit: Philox 4x32-10 words turned into normals by a table
 * of 4096 quantiles. Element e is lane e & 3 of block e >> 2, whose counter is (block, k, trajectory, cycle).
 * Iteration 0 makes the start z_0 (startState), of the first cycle of a trajectory or of a later one (nudge.ts);
 * iteration k >= 1, in cycle 0 whatever cycle the trajectory is in, is the path noise of the step that makes z_k.
 */
export function gaussian(seed: number, trajectory: number, k: number, count: number, cycle = 0): Float32Array {
  const out = new Float32Array(count);
  fillGaussian(out, seed, trajectory, k, cycle);
  return out;
}

/** z_0 of a cycle of a trajectory, [count]. */
export function startState(seed: number, trajectory: number, count: number, cycle = 0): Float32Array {
  return gaussian(seed, trajectory, 0, count, cycle).map((value) => START_DEVIATION * value);
}

/** The same as `gaussian`, into an array that is already there. Where WebAssembly may be used, it fills four times as fast. */
export function fillGaussian(out: Float32Array, seed: number, trajectory: number, k: number, cycle = 0): void {
  fast ??= compileNoise(quantiles(), STREAM);
  if (fast) fast(out, seed, trajectory, k, cycle);
  else fillGaussianPlainly(out, seed, trajectory, k, cycle);
}

let fast: FillNoise | null | undefined;

/** The reference for noiseWasm.ts, and what runs where WebAssembly is forbidden. */
export const fillGaussianPlainly: FillNoise = (out, seed, trajectory, k, cycle) => {
  const table = quantiles();
  for (let block = 0; block * 4 < out.length; block++) {
    // The ten rounds of `philox`, with the state in locals: this loop runs 6,000 times a trajectory and iteration.
    let c0 = block;
    let c1 = k;
    let c2 = trajectory;
    let c3 = cycle;
    let k0 = seed | 0;
    let k1 = STREAM;
    for (let round = 0; round < ROUNDS; round++) {
      const hi0 = mulhi(M0, c0);
      const hi1 = mulhi(M1, c2);
      const lo0 = Math.imul(M0, c0);
      const lo1 = Math.imul(M1, c2);
      c0 = hi1 ^ c1 ^ k0;
      c1 = lo1;
      c2 = hi0 ^ c3 ^ k1;
      c3 = lo0;
      k0 = (k0 + W0) | 0;
      k1 = (k1 + W1) | 0;
    }
    const e = block * 4;
    // Writes past the end of a typed array are ignored, so a count that is no multiple of 4 needs no special case.
    out[e] = table[c0 >>> 20] as number;
    out[e + 1] = table[c1 >>> 20] as number;
    out[e + 2] = table[c2 >>> 20] as number;
    out[e + 3] = table[c3 >>> 20] as number;
  }
};

/** One block of Philox 4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"). */
export function philox(counter: Words4, key: readonly [number, number]): Words4 {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < ROUNDS; round++) {
    [c0, c1, c2, c3] = [mulhi(M1, c2) ^ c1 ^ k0, Math.imul(M1, c2), mulhi(M0, c0) ^ c3 ^ k1, Math.imul(M0, c0)];
    k0 = (k0 + W0) | 0;
    k1 = (k1 + W1) | 0;
  }
  return [c0 >>> 0, c1 >>> 0, c2 >>> 0, c3 >>> 0];
}

/** High 32 bits of the product of two unsigned words, in 16-bit halves: no partial sum passes 32 bits. */
function mulhi(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const mid1 = (Math.imul(a1, b0) + (Math.imul(a0, b0) >>> 16)) | 0;
  const mid2 = (Math.imul(a0, b1) + (mid1 & 0xffff)) | 0;
  return (Math.imul(a1, b1) + (mid1 >>> 16) + (mid2 >>> 16)) | 0;
}

let table: Float32Array | null = null;

/** [4096] the standard normal quantiles at (i + 1/2) / 4096, as f32: computed once in double precision, then shipped. */
export function quantiles(): Float32Array {
  if (table) return table;
  const bytes = Uint8Array.from(atob(QUANTILES_BASE64), (c) => c.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  table = Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(i * 4, true));
  return table;
}
