import { randomModel } from "../../../src/model/maps/relational/fixtures/randomModel";
import { SHAPES } from "../../../src/model/maps/relational/kernels/shape";
import { fastestShape } from "../../../src/model/maps/relational/kernels/tune";
import { INFO, INPUT, withKernels } from "../setup";

/** Milliseconds an iteration (best of some batches of 4 with a readback each) at a breadth, and of starting up. */
export async function speed(breadth: number, batches: number) {
  const begun = performance.now();
  return withKernels(async (backend) => {
    const startup = performance.now() - begun;
    const x = backend.condition([INPUT]);
    let z = backend.start(1, 0, breadth);
    let best = Number.POSITIVE_INFINITY;
    let k = 0;
    for (let batch = 0; batch < batches; batch++) {
      const from = performance.now();
      const summaries = Array.from({ length: 4 }, () => {
        k++;
        const made = backend.step(z, x, null, { k, seed: 1, lambda: 0.7, sigma: 0, first: 0 });
        z.dispose();
        z = made.z;
        return made.summary;
      });
      await backend.read(summaries);
      best = Math.min(best, (performance.now() - from) / 4);
    }
    x.dispose();
    z.dispose();
    return { startup, iteration: best };
  });
}

/** The shape that was found to be the fastest, and how many were tried, for a small map. */
export async function tuned() {
  const { shape, milliseconds } = await fastestShape(randomModel({ d: 4 }), INFO);
  return { known: SHAPES.some((one) => one === shape), fastest: Math.min(...milliseconds), tried: milliseconds.length };
}
