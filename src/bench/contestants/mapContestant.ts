import { env, setBackend, type Tensor } from "@tensorflow/tfjs-core";
import type { MapBackend } from "../../model/eqr/backend/backend";
import type { Summary } from "../../model/eqr/record/summary";
import { type Contestant, RECIPE } from "./contestant";

export interface MapSetup {
  readonly backend: MapBackend;
  /** The tfjs backend that it lives on. Several contestants share one engine of tfjs, so it is named before every batch. */
  readonly on: "webgpu" | "wasm";
  /** [cells] the input of the puzzle. */
  readonly input: Uint8Array;
  /** Dispatches that tfjs collects in a submit; as our kernels set it where none is given. */
  readonly dispatchesPerSubmit?: number;
}

const DISPATCHES_PER_SUBMIT = "WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE";

/** A MapBackend as a contestant: own kernels or tfjs ops. */
export function createMapContestant({ backend, on, input, dispatchesPerSubmit }: MapSetup): Contestant {
  /** Does something with tfjs as this contestant wants it, and leaves it as it was. */
  async function inItsWay<T>(work: () => Promise<T>): Promise<T> {
    await setBackend(on);
    if (dispatchesPerSubmit === undefined) return work();
    const before = env().getNumber(DISPATCHES_PER_SUBMIT);
    env().set(DISPATCHES_PER_SUBMIT, dispatchesPerSubmit);
    try {
      return await work();
    } finally {
      env().set(DISPATCHES_PER_SUBMIT, before);
    }
  }

  return {
    async enter(breadth) {
      await setBackend(on);
      await backend.reserve?.(breadth);
      const condition = backend.condition([input]);
      let z = backend.start(RECIPE.seed, 0, breadth);
      let k = 0;

      function step(): Tensor {
        k++;
        const made = backend.step(z, condition, null, { k, first: 0, ...RECIPE });
        z.dispose();
        z = made.z;
        return made.summary;
      }

      return {
        run: (iterations, together) =>
          inItsWay(async () => {
            let reading: Promise<Summary[]> | null = null;
            for (let left = iterations; left > 0; left -= together) {
              const summaries = Array.from({ length: Math.min(left, together) }, step);
              const next = backend.read(summaries);
              // The device is never without work: the next iterations are on their way before the last are read.
              await reading;
              reading = next;
            }
            return lastOf((await reading) ?? []);
          }),
        async leave() {
          z.dispose();
          condition.dispose();
          backend.trim?.();
        },
      };
    },
    close: async () => backend.dispose(),
  };
}

function lastOf(summaries: readonly Summary[]): Summary {
  const last = summaries.at(-1);
  if (!last) throw new Error("A batch without iterations has no summary.");
  return last;
}
