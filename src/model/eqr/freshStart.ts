import { reshape, type Tensor, tensor3d } from "@tensorflow/tfjs-core";
import type { MapBackend } from "./backend";
import { startState } from "./noise";

/** A row of a batch that is to go on from the z_0 of a cycle of its trajectory. */
export interface FreshStart {
  readonly row: number;
  readonly trajectory: number;
  readonly cycle: number;
}

/** z_0 of a cycle of a trajectory, in a batch of one: [1, 729, d]. */
export function freshState(seed: number, { trajectory, cycle }: Omit<FreshStart, "row">, d: number): Tensor {
  return tensor3d(startState(seed, trajectory, 729 * d, cycle), [1, 729, d]);
}

/** Copies states z [rows, 729, d], with fresh starts in place of some rows. */
export function withFreshStarts(backend: MapBackend, z: Tensor, seed: number, starts: readonly FreshStart[]): Tensor {
  const [rows = 0, , d = 0] = z.shape;
  const fresh = new Map(starts.map((start) => [start.row, freshState(seed, start, d)]));
  const sources = Array.from({ length: rows }, (_, row) => {
    const state = fresh.get(row);
    return state ? { z: state, row: 0 } : { z, row };
  });
  const matrix = backend.gather(sources);
  const states = reshape(matrix, [rows, 729, d]);
  matrix.dispose();
  for (const state of fresh.values()) state.dispose();
  return states;
}
