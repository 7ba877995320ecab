import type { BackendInfo } from "../../../eqr/backend";
import { createKernelBackend } from "../../../eqr/kernels/kernelBackend";
import type { Model } from "../../../eqr/model";
import { cellsOf } from "../../../tasks/task";
import { configOf } from "../weights";
import { shapesFor } from "./blockKernels";
import { type Shape, SOFTWARE_SHAPE } from "./shape";

const ROWS = 12;
const STEPS = 8;

/**
 * The shape that computes a run of ordinary breadth fastest on the device at hand, and what each took, in milliseconds an
 * iteration: a few iterations of each, after one that is not counted.
 */
export async function fastestShape(
  model: Model,
  info: BackendInfo,
  now: () => number = () => performance.now(),
): Promise<{ readonly shape: Shape; readonly milliseconds: readonly number[] }> {
  const { d } = configOf(model);
  const shapes = shapesFor(d);
  const milliseconds: number[] = [];
  for (const shape of shapes) milliseconds.push(await measure(model, info, shape, now));
  const shape = shapes[milliseconds.indexOf(Math.min(...milliseconds))] ?? SOFTWARE_SHAPE;
  return { shape, milliseconds };
}

async function measure(model: Model, info: BackendInfo, shape: Shape, now: () => number): Promise<number> {
  const backend = await createKernelBackend(model, info, shape);
  const x = backend.condition([new Uint8Array(cellsOf(backend.grid))]);
  let z = backend.start(0, 0, ROWS);
  const steps = async (count: number) => {
    const summaries = Array.from({ length: count }, (_, i) => {
      const made = backend.step(z, x, null, { k: i + 1, seed: 0, lambda: 0.7, sigma: 0, first: 0 });
      z.dispose();
      z = made.z;
      return made.summary;
    });
    await backend.read(summaries);
  };
  try {
    await steps(1);
    const began = now();
    await steps(STEPS);
    return (now() - began) / STEPS;
  } finally {
    x.dispose();
    z.dispose();
    backend.dispose();
  }
}
