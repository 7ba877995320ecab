import type { Tensor } from "@tensorflow/tfjs-core";
import type { MapBackend } from "../backend/backend";
import type { Beliefs } from "../record/frame";
import type { Run } from "./run";

/** The states that the trajectories of the current run have been in. */
export interface PastStates {
  /** Softmax of a trajectory at any iteration made so far; a state no longer kept is computed again. */
  beliefs(trajectory: number, k: number): Promise<Beliefs>;
  /** The latent state [size] of a trajectory at any iteration made so far. */
  state(trajectory: number, k: number): Promise<Float32Array>;
}

/** `current` gives the run, or throws where there is none. */
export function createPastStates(backend: MapBackend, current: () => Run): PastStates {
  /** Hands a trajectory's state at iteration k, a row of z, to `use`; where it is no longer kept, it is made again. */
  async function withState<T>(trajectory: number, k: number, use: (z: Tensor, row: number) => Promise<T>): Promise<T> {
    const run = current();
    const known = k >= 0 && k <= run.last.k && trajectory >= 0 && trajectory < run.recipe.breadth;
    // One that has halted is still in the state it halted in.
    const to = Math.min(k, run.halting.since(trajectory));
    const kept = known ? run.states.before(trajectory, to) : null;
    if (!kept) throw new RangeError(`There is no iteration ${k} of trajectory ${trajectory}.`);
    if (kept.k === to) return use(kept.z, kept.row);
    // A trajectory is a function of the recipe and its index: it can be run again alone, from the last state kept.
    const from = { k: kept.k, z: backend.gather([kept]) };
    const z = run.dynamics.replay(trajectory, from, to);
    try {
      return await use(z, 0);
    } finally {
      z.dispose();
    }
  }

  return {
    async beliefs(trajectory, k) {
      const softmax = await withState(trajectory, k, (z, row) => backend.beliefs(z, row));
      return { trajectory, k, softmax };
    },

    state: (trajectory, k) =>
      withState(trajectory, k, async (z, row) => {
        // A copy: what tfjs keeps of a tensor it has read would go stale.
        const copy = backend.gather([{ z, row }]);
        try {
          return (await copy.data()) as Float32Array;
        } finally {
          copy.dispose();
        }
      }),
  };
}
