import type { MapBackend, StepOptions } from "../../../src/model/eqr/backend/backend";
import { createReferenceBackend } from "../../../src/model/eqr/backend/referenceBackend";
import { gaussian, startState } from "../../../src/model/eqr/noise/noise";
import { conditionsOf } from "../../../src/model/maps/relational/condition";
import type { Shape } from "../../../src/model/maps/relational/kernels/shape";
import { maxError, rowOf, take } from "../measure";
import { plainHeads, plainMap } from "../plain";
import { INFO, INPUT, withKernels } from "../setup";

const STEP: StepOptions = { k: 1, seed: 4_294_967_295, lambda: 0.7, sigma: 0.1, first: 2 };

/**
 * Largest error of one noisy iteration against the plain map, over all rows or the given ones; and of the summary's numbers.
 */
export function iterationErrors(rows: number, { d = 32, only, shape }: Narrowed = {}) {
  return withKernels(
    async (backend, model) => {
      const z0 = backend.start(STEP.seed, STEP.first, rows);
      const x = backend.condition([INPUT]);
      const { z, summary } = backend.step(z0, x, null, STEP);
      const [read] = await backend.read([summary]);
      const states = await take(z);
      x.dispose();
      z0.dispose();
      const errors = { state: 0, residual: 0, q: 0 };
      for (const row of only ?? Array.from({ length: rows }, (_, i) => i)) {
        const from = startState(STEP.seed, STEP.first + row, 729 * d);
        const noise = gaussian(STEP.seed, STEP.first + row, STEP.k, 729 * d);
        const u = plainMap(model, from, conditionsOf([INPUT]));
        const expected = u.map((v, i) => at(from, i) + STEP.lambda * (v - at(from, i)) + STEP.sigma * at(noise, i));
        const residual = STEP.lambda * Math.sqrt(squares(u.map((v, i) => v - at(from, i))) / squares(from));
        errors.state = Math.max(errors.state, maxError(rowOf(states, row, rows), expected));
        errors.residual = Math.max(errors.residual, Math.abs((read?.residual[row] ?? Number.NaN) - residual));
        errors.q = Math.max(errors.q, Math.abs((read?.q[row] ?? Number.NaN) - plainHeads(model, expected).q));
      }
      return errors;
    },
    { d, shape },
  );
}

interface Narrowed {
  readonly d?: number;
  readonly only?: readonly number[];
  readonly shape?: Shape;
}

/** Largest error of one iteration against the reference in tfjs ops on the same device. */
export function referenceErrors() {
  return withKernels(async (backend, model) => {
    const reference = createReferenceBackend(model, INFO);
    const once = async (one: MapBackend) => {
      const z0 = one.start(5, 0, 1);
      const x = one.condition([INPUT]);
      const { z, summary } = one.step(z0, x, null, { k: 1, seed: 5, lambda: 0.7, sigma: 0, first: 0 });
      const [read] = await one.read([summary]);
      x.dispose();
      z0.dispose();
      return { state: await take(z), read };
    };
    const [ours, theirs] = [await once(backend), await once(reference)];
    reference.dispose();
    return {
      state: maxError(ours.state, theirs.state),
      residual: maxError(ours.read?.residual ?? new Float32Array(), theirs.read?.residual ?? new Float32Array(1)),
      digits: ours.read?.digits.join("") === theirs.read?.digits.join(""),
    };
  });
}

function at(values: Float32Array, i: number): number {
  return values[i] ?? Number.NaN;
}

function squares(values: Float32Array | Float64Array): number {
  let sum = 0;
  for (const v of values) sum += v * v;
  return sum;
}
