import type { Tensor } from "@tensorflow/tfjs-core";
import { pcaOfGram } from "../analysis/pca";
import { sampleStates } from "../analysis/sample";
import type { Axes, MapBackend } from "./backend";
import type { Reprojection } from "./frame";
import type { Kept } from "./history";

/** A state of all trajectories that is still on the device, with what the map knows of it. */
export interface KeptState {
  /** [B, 729, d] */
  readonly z: Tensor;
  /** [B, 3] on the axes in force, NaN while there are none. */
  readonly coords: Float32Array;
  /** [B] 1 where the state is not finite. */
  readonly broken: Uint8Array;
}

export interface MapAxes {
  /** The axes in force; null before the first fit. */
  readonly axes: Axes | null;
  /** Fits principal components of the kept states and gives their coordinates; null with fewer than two finite states. */
  fit(kept: readonly Kept<KeptState>[], breadth: number): Promise<Reprojection | null>;
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

    async fit(entries, breadth) {
      const kept = [...entries];
      const samples = sampleStates(kept.length, breadth, FIT_STATES).flatMap(({ iteration, trajectory }) => {
        const state = kept[iteration];
        return state && !state.item.broken[trajectory] ? [{ k: state.k, item: state.item, row: trajectory }] : [];
      });
      if (samples.length < 2) return null;
      const matrix = backend.gather(samples.map(({ item, row }) => ({ z: item.z, row })));
      const gram = await backend.gram(matrix).catch((error) => {
        matrix.dispose();
        throw error;
      });
      // The run may have been given up, and its states with it, while the matrix was awaited.
      if (disposed) {
        matrix.dispose();
        return null;
      }
      const before = Float32Array.from(
        samples.flatMap(({ item, row }) => [...item.coords.subarray(row * 3, row * 3 + 3)]),
      );
      const { weights, explained } = pcaOfGram(gram, samples.length, before);
      replace(backend.axes(matrix, weights));
      matrix.dispose();
      if (!axes) return null;
      const coords = await backend.project(
        kept.map(({ item }) => item.z),
        axes,
      );
      kept.forEach(({ item }, i) => {
        item.coords.set(coords.subarray(i * breadth * 3, (i + 1) * breadth * 3));
      });
      const ks = samples.map(({ k }) => k);
      const basis = { id: ++id, explained, states: samples.length, fromK: Math.min(...ks), toK: Math.max(...ks) };
      return { basis, ks: Int32Array.from(kept, ({ k }) => k), coords };
    },

    dispose() {
      disposed = true;
      replace(null);
    },
  };
}
