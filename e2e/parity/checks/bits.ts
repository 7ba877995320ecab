import { zeros } from "@tensorflow/tfjs-core";
import { gaussian, startState } from "../../../src/model/eqr/noise/noise";
import { digitsOf } from "../../../src/model/tasks/sudoku/grid";
import { bitsOff, rowOf, take } from "../measure";
import { INPUT, PUZZLE, withKernels } from "../setup";

/** Bits off noise.ts: in z_0, and in the path noise of a step with lambda 0 from a state of zeros. */
export function noiseBitsOff() {
  return withKernels(async (backend) => {
    const [seed, first, rows, k, size] = [0xfedcba98, 65_535, 2, 4096, 729 * 32];
    const start = await take(backend.start(seed, first, rows));
    const [x, from] = [backend.condition([INPUT]), zeros([rows, 729 * 32])];
    const made = backend.step(from, x, null, { k, seed, lambda: 0, sigma: 1, first });
    for (const tensor of [x, from, made.summary]) tensor.dispose();
    const path = await take(made.z);
    let off = 0;
    for (let row = 0; row < rows; row++) {
      off += bitsOff(rowOf(start, row, rows), startState(seed, first + row, size));
      off += bitsOff(rowOf(path, row, rows), gaussian(seed, first + row, k, size));
    }
    return off;
  });
}

/** Bits off noise.ts in a batch whose rows are of several runs: each row has the noise of its own trajectory, iteration and strength. */
export function mixedNoiseBitsOff() {
  return withKernels(async (backend) => {
    const rows = [
      { trajectory: 7, k: 1, sigma: 1 },
      { trajectory: 0, k: 4096, sigma: 0.25 },
      { trajectory: 300, k: 65_536, sigma: 0 },
    ];
    const [x, from] = [backend.condition([INPUT]), zeros([rows.length, 729 * 32])];
    const made = backend.step(from, x, null, { k: 9, seed: 5, lambda: 0, sigma: 1, first: 2, rows });
    for (const tensor of [x, from, made.summary]) tensor.dispose();
    const path = await take(made.z);
    return rows.reduce((off, { trajectory, k, sigma }, row) => {
      const wanted = gaussian(5, trajectory, k, 729 * 32).map((value) => sigma * value + 0);
      return off + bitsOff(rowOf(path, row, rows.length), wanted);
    }, 0);
  });
}

/** Bits that differ between each trajectory of a batch and the same one alone, after some noisy iterations. */
export function batchBitsOff(rows: number, iterations: number) {
  return withKernels(async (backend) => {
    const run = async (first: number, count: number) => {
      const x = backend.condition([INPUT]);
      let z = backend.start(3, first, count);
      for (let k = 1; k <= iterations; k++) {
        const made = backend.step(z, x, null, { k, seed: 3, lambda: 0.7, sigma: 0.2, first });
        z.dispose();
        made.summary.dispose();
        z = made.z;
      }
      x.dispose();
      return take(z);
    };
    const batch = await run(0, rows);
    let off = 0;
    for (let t = 0; t < rows; t++) off += bitsOff(await run(t, 1), rowOf(batch, t, rows));
    return off;
  });
}

/** Bits that differ between two puzzles in one batch and each of them alone. */
export function conditionBitsOff() {
  return withKernels(async (backend) => {
    const other = digitsOf([...PUZZLE].reverse().join(""));
    const run = async (inputs: readonly Uint8Array[], first: number, rows: number) => {
      const [z0, condition] = [backend.start(9, first, rows), backend.condition(inputs)];
      const { z, summary } = backend.step(z0, condition, null, { k: 1, seed: 9, lambda: 1, sigma: 0, first });
      for (const tensor of [z0, condition, summary]) tensor.dispose();
      return take(z);
    };
    const both = await run([INPUT, other], 0, 2);
    return bitsOff(await run([INPUT], 0, 1), rowOf(both, 0, 2)) + bitsOff(await run([other], 1, 1), rowOf(both, 1, 2));
  });
}
