/** A lab with the reference on wasm and a small untrained map, for tests. */
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { distance, norm } from "../analysis/vector";
import type { MapBackend } from "../eqr/backend/backend";
import { createReferenceBackend } from "../eqr/backend/referenceBackend";
import { gaussian } from "../eqr/noise/noise";
import { defaultRecipe, type Recipe } from "../eqr/recipe/recipe";
import { emptySummary, type Summary } from "../eqr/record/summary";
import { randomModel } from "../maps/relational/fixtures/randomModel";
import { problemOf } from "../tasks";
import { createLab, type LabOptions } from "./lab";

export const PUZZLE = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";

export const recipe: Recipe = { ...defaultRecipe(PUZZLE, "random"), lambda: 1, tolerance: 1e-3, depth: 200 };

export async function testLab(options: LabOptions = {}) {
  await tf.setBackend("wasm");
  const model = randomModel({ d: 4, blocks: 1 });
  const backend = createReferenceBackend(model, { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null });
  return { model, backend, lab: createLab(backend, { now: steadyClock(), ...options }) };
}

const SIZE = 729;
const GRID = problemOf(recipe).grid;

/**
 * A lab whose network is any function f of a state [729] (d = 1), computed in plain TypeScript: for maps with known answers.
 * Path noise is the shared noise, as in the real backends. Decodes to 1 in every cell where the first number is below 0, else 2.
 */
export async function plainLab(f: (z: Float32Array) => Float32Array) {
  const { backend: real } = await testLab();
  const summaries = new WeakMap<tf.Tensor, Summary>();
  const backend: MapBackend = {
    ...real,
    condition: () => tf.scalar(0),
    size: SIZE,
    step(z, _, __, { k, seed, lambda, sigma, first, rows }) {
      const before = z.dataSync<"float32">();
      const count = z.shape[0] ?? 0;
      const next = new Float32Array(before.length);
      const summary = emptySummary(count, GRID);
      for (let row = 0; row < count; row++) {
        const state = before.subarray(row * SIZE, (row + 1) * SIZE);
        const still = f(state).map((value, i) => (1 - lambda) * (state[i] ?? 0) + lambda * value);
        summary.residual[row] = distance(still, state) / norm(state);
        const own = rows?.[row] ?? { trajectory: first + row, k, sigma };
        const noise = gaussian(seed, own.trajectory, own.k, SIZE);
        next.set(
          still.map((value, i) => value + own.sigma * (noise[i] ?? 0)),
          row * SIZE,
        );
        summary.digits.fill((next[row * SIZE] ?? 0) < 0 ? 1 : 2, row * 81, row * 81 + 81);
      }
      const token = tf.scalar(0);
      summaries.set(token, summary);
      return { z: tf.tensor2d(next, [count, SIZE]), summary: token };
    },
    async read(tokens) {
      const found = tokens.map((token) => summaries.get(token) ?? emptySummary(0, GRID));
      tf.dispose([...tokens]);
      return found;
    },
  };
  return createLab(backend, { now: steadyClock() });
}

/** A clock by which everything takes a millisecond, so that batches are the same on every machine. */
function steadyClock(): () => number {
  let milliseconds = 0;
  return () => milliseconds++;
}

/** Runs a generator to its end: all that it reported on its way, and its result. */
export async function finish<P, R>(generator: AsyncGenerator<P | null, R, void>): Promise<{ reports: P[]; result: R }> {
  const reports: P[] = [];
  for (;;) {
    const step = await generator.next();
    if (step.done) return { reports, result: step.value };
    if (step.value) reports.push(step.value);
  }
}
