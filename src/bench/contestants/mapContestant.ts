import { setBackend, type Tensor } from "@tensorflow/tfjs-core";
import type { MapBackend, Summary } from "../../model/eqr/backend";
import { type Contestant, RECIPE } from "./contestant";

/**
 * A MapBackend as a contestant: own kernels or tfjs ops. `on` is the tfjs backend that it lives on; several of them share
 * one engine of tfjs, so its backend is named anew before every batch.
 */
export function createMapContestant(backend: MapBackend, on: "webgpu" | "wasm", x: Int32Array): Contestant {
  return {
    async enter(breadth) {
      await setBackend(on);
      await backend.reserve?.(breadth);
      const condition = backend.condition(x);
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
        async run(iterations, together) {
          await setBackend(on);
          let reading: Promise<Summary[]> | null = null;
          for (let left = iterations; left > 0; left -= together) {
            const summaries = Array.from({ length: Math.min(left, together) }, step);
            const next = backend.read(summaries);
            // The device is never without work: the next iterations are on their way before the last are read.
            await reading;
            reading = next;
          }
          return lastOf((await reading) ?? []);
        },
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
