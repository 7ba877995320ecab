import { type Flipped, pcaOfGram } from "../../analysis/pca";
import { sampleStates } from "../../analysis/sample";
import type { Axes } from "../backend/axes";
import type { MapBackend } from "../backend/backend";
import type { Reprojection } from "../record/frame";
import type { KeptState, States } from "./states";

/** Axes with the id of the basis that the page knows them by. */
export interface NamedAxes {
  readonly id: number;
  readonly axes: Axes;
}

export interface MapAxes {
  /** The axes in force; null before the first fit. */
  readonly axes: Axes | null;
  /** The same, named. */
  readonly named: NamedAxes | null;
  /**
   * Fits principal components of the states kept up to k and gives their coordinates; null with fewer than two finite ones.
   * `flipped` are the signs that another page chose; without it they agree with the axes in force.
   */
  fit(states: States, k: number, breadth: number, flipped?: Flipped): Promise<Reprojection | null>;
  dispose(): void;
}

/** States a fit looks at: enough for three axes, few enough that the Gram matrix costs less than a few iterations. */
const FIT_STATES = 96;

/** The axes of one run's trajectory map. `fits`: how many fits the run has already seen. */
export function createMapAxes(backend: MapBackend, fits: number): MapAxes {
  let axes: Axes | null = null;
  let id = fits;
  let disposed = false;

  function replace(next: Axes | null): void {
    axes?.directions.dispose();
    axes?.mean.dispose();
    axes = next;
  }

  return {
    get axes() {
      return axes;
    },

    get named() {
      return axes && { id, axes };
    },

    async fit(states, k, breadth, chosen) {
      const kept = [...states.upTo(k)];
      const samples = sampleStates(kept.length, breadth, FIT_STATES).flatMap(({ iteration, trajectory }) => {
        const state = kept[iteration];
        const found = state && !state.item.broken[trajectory] ? states.rowOf(state.item, trajectory) : null;
        return state && found ? [{ k: state.k, coords: coordsOf(state.item, trajectory), ...found }] : [];
      });
      if (samples.length < 2) return null;
      const matrix = backend.gather(samples);
      const gram = await backend.gram(matrix).catch((error) => {
        matrix.dispose();
        throw error;
      });
      // The run may have been given up, and its states with it, while the matrix was awaited.
      if (disposed) {
        matrix.dispose();
        return null;
      }
      const previous = Float32Array.from(samples.flatMap(({ coords }) => [...coords]));
      const signs = chosen ? { flipped: chosen } : { previous };
      const { weights, explained, flipped } = pcaOfGram(gram, samples.length, signs);
      replace(backend.axes(matrix, weights));
      matrix.dispose();
      if (!axes) return null;
      const rests = states.rests();
      const owners = [...kept.map(({ item }) => item), ...rests];
      const projected = await backend.project(
        owners.map(({ z }) => z),
        axes,
      );
      const coords = spreadCoords(
        projected,
        kept.map(({ item }) => item),
        rests,
        breadth,
      );
      const ks = samples.map(({ k }) => k);
      const [fromK, toK] = [Math.min(...ks), Math.max(...ks)];
      const basis = { id: ++id, explained, states: samples.length, fromK, toK, window: { k, flipped } };
      return { basis, ks: Int32Array.from(kept, ({ k }) => k), coords };
    },

    dispose() {
      disposed = true;
      replace(null);
    },
  };
}

function coordsOf({ coords }: KeptState, trajectory: number): Float32Array {
  return coords.subarray(trajectory * 3, trajectory * 3 + 3);
}

/** Coordinates [kept, B, 3] from those of the states' own rows and of the rests; noted in the kept states as well. */
function spreadCoords(
  projected: Float32Array,
  kept: readonly KeptState[],
  rests: readonly { readonly rows: readonly number[] }[],
  breadth: number,
): Float32Array {
  let offset = 0;
  const placed = [...kept, ...rests].map(({ rows }) => {
    const from = offset;
    offset += rows.length * 3;
    return rows.map((trajectory, row) => ({ trajectory, at: from + row * 3 }));
  });
  const resting = placed.slice(kept.length).flat();
  const coords = new Float32Array(kept.length * breadth * 3);
  kept.forEach((state, i) => {
    for (const { trajectory, at } of [...resting, ...(placed[i] ?? [])])
      state.coords.set(projected.subarray(at, at + 3), trajectory * 3);
    coords.set(state.coords, i * breadth * 3);
  });
  return coords;
}
