import type { Tensor } from "@tensorflow/tfjs-core";
import type { Summary } from "../record/summary";
import { createHistory, type Kept } from "./history";

/** A state that is still on the device, with what the map knows of it. */
export interface KeptState {
  /** [rows.length, size] */
  readonly z: Tensor;
  /** The trajectories in it, rising; those that had halted before are among the rests. */
  readonly rows: readonly number[];
  /** [B, 3] on the axes in force, NaN while there are none. */
  readonly coords: Float32Array;
  /** [B] 1 where the state is not finite. */
  readonly broken: Uint8Array;
}

/** Where a state of one trajectory lies. */
export interface RowOfState {
  readonly z: Tensor;
  readonly row: number;
}

/** The states that a run keeps on the device. */
export interface States {
  /** Keeps z_k of some trajectories, taking the tensor over. */
  add(k: number, z: Tensor, rows: readonly number[]): void;
  /** Keeps for good the states [rows.length, size] that trajectories have halted in, taking the tensor over. */
  rest(z: Tensor, rows: readonly number[]): void;
  /** Notes what was read of z_k, if that is still kept. */
  note(k: number, summary: Pick<Summary, "coords" | "residual">): void;
  /** Iterations up to k that are kept, earliest first. */
  upTo(k: number): readonly Kept<KeptState>[];
  /** The latest kept state at or before k of a trajectory, and the iteration whose state it is. */
  before(trajectory: number, k: number): (RowOfState & { readonly k: number }) | null;
  /** The state of a trajectory in an entry, or the one it had halted in before that. */
  rowOf(state: KeptState, trajectory: number): RowOfState | null;
  /** The rests, one after the other. */
  rests(): readonly { readonly z: Tensor; readonly rows: readonly number[] }[];
  clear(): void;
}

export function createStates(capacity: number, breadth: number): States {
  const history = createHistory<KeptState>(capacity, ({ z }) => z.dispose());
  let resting: { readonly z: Tensor; readonly rows: readonly number[] }[] = [];

  function restOf(trajectory: number): RowOfState | null {
    const found = resting.find(({ rows }) => rows.includes(trajectory));
    return found ? { z: found.z, row: found.rows.indexOf(trajectory) } : null;
  }

  function rowOf({ z, rows }: KeptState, trajectory: number): RowOfState | null {
    const row = rows.indexOf(trajectory);
    return row < 0 ? restOf(trajectory) : { z, row };
  }

  return {
    add(k, z, rows) {
      const coords = new Float32Array(breadth * 3).fill(Number.NaN);
      history.add(k, { z, rows, coords, broken: new Uint8Array(breadth) });
    },
    rest: (z, rows) => resting.push({ z, rows }),
    note(k, { coords, residual }) {
      const state = history.at(k);
      if (!state) return;
      // Copied: the frame itself may be handed on to another thread.
      state.coords.set(coords);
      residual.forEach((value, t) => {
        state.broken[t] = Number.isFinite(value) ? 0 : 1;
      });
    },
    upTo: (k) => history.entries().filter((entry) => entry.k <= k),
    before(trajectory, k) {
      const kept = history.before(k);
      const found = kept && rowOf(kept.item, trajectory);
      return found ? { ...found, k: kept.k } : null;
    },
    rowOf,
    rests: () => resting,
    clear() {
      history.clear();
      for (const { z } of resting) z.dispose();
      resting = [];
    },
  };
}
