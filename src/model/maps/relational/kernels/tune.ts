import type { BackendInfo, MapBackend } from "../../../eqr/backend/backend";
import type { Model } from "../../../eqr/model/model";
import { cellsOf } from "../../../tasks/task";
import { configOf } from "../weights";
import { createRelationalBackend } from "./backend";
import { shapesFor } from "./blockKernels";
import { type Shape, SOFTWARE_SHAPE } from "./shape";

/** A run of ordinary breadth, and a wide one as evaluations have it; fewer iterations of that, as each takes longer. */
const LOADS = [
  { rows: 12, steps: 8 },
  { rows: 96, steps: 2 },
] as const;

/**
 * The shape that computes fastest on the device at hand, and what each took: milliseconds per iteration, the geometric mean
 * over an ordinary and a large breadth. One shape serves all breadths, so that a trajectory is the same alone and in a batch.
 */
export async function fastestShape(
  model: Model,
  info: BackendInfo,
  now: () => number = () => performance.now(),
): Promise<{ readonly shape: Shape; readonly milliseconds: readonly number[] }> {
  const shapes = shapesFor(configOf(model).d);
  const milliseconds: number[] = [];
  for (const shape of shapes) milliseconds.push(await measure(model, info, shape, now));
  const shape = shapes[milliseconds.indexOf(Math.min(...milliseconds))] ?? SOFTWARE_SHAPE;
  return { shape, milliseconds };
}

async function measure(model: Model, info: BackendInfo, shape: Shape, now: () => number): Promise<number> {
  const backend = await createRelationalBackend(model, info, shape);
  try {
    let product = 1;
    for (const { rows, steps } of LOADS) product *= await time(backend, rows, steps, now);
    return product ** (1 / LOADS.length);
  } finally {
    backend.dispose();
  }
}

/** Milliseconds per iteration of some, after one that is not counted. */
async function time(backend: MapBackend, rows: number, steps: number, now: () => number): Promise<number> {
  const x = backend.condition([new Uint8Array(cellsOf(backend.grid))]);
  let z = backend.start(0, 0, rows);
  const run = async (count: number) => {
    const summaries = Array.from({ length: count }, (_, i) => {
      const made = backend.step(z, x, null, { k: i + 1, seed: 0, lambda: 0.7, sigma: 0, first: 0 });
      z.dispose();
      z = made.z;
      return made.summary;
    });
    await backend.read(summaries);
  };
  try {
    await run(1);
    const began = now();
    await run(steps);
    return (now() - began) / steps;
  } finally {
    x.dispose();
    z.dispose();
  }
}
