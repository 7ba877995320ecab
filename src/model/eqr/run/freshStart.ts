import { type Tensor, tensor2d } from "@tensorflow/tfjs-core";
import type { MapBackend } from "../backend/backend";
import { startState } from "../noise/noise";

/** A row of a batch that is to go on from the z_0 of a cycle of its trajectory. */
export interface FreshStart {
  readonly row: number;
  readonly trajectory: number;
  readonly cycle: number;
}

/** z_0 of a cycle of a trajectory, in a batch of one: [1, size]. */
export function freshState(
  { size }: Pick<MapBackend, "size">,
  seed: number,
  { trajectory, cycle }: Omit<FreshStart, "row">,
): Tensor {
  return tensor2d(startState(seed, trajectory, size, cycle), [1, size]);
}

/** Copies states z [rows, size], with fresh starts in place of some rows. */
export function withFreshStarts(backend: MapBackend, z: Tensor, seed: number, starts: readonly FreshStart[]): Tensor {
  const fresh = new Map(starts.map((start) => [start.row, freshState(backend, seed, start)]));
  const sources = Array.from({ length: z.shape[0] ?? 0 }, (_, row) => {
    const state = fresh.get(row);
    return state ? { z: state, row: 0 } : { z, row };
  });
  const states = backend.gather(sources);
  for (const state of fresh.values()) state.dispose();
  return states;
}
