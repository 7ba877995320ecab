import type { MapBackend } from "../eqr/backend/backend";
import type { Recipe } from "../eqr/recipe/recipe";
import type { NamedAxes } from "../eqr/run/mapAxes";
import type { Batch, DynamicsParameters } from "./batch";
import { type Capacity, createCapacity } from "./capacity";
import { type BatchDeps, createBatch } from "./createBatch";
import type { Start } from "./rows";

/** Names a state of a run: z_k of one of its trajectories. */
export interface StateRef {
  readonly recipe: Recipe;
  readonly trajectory: number;
  readonly k: number;
}

/**
 * The instrument that experiments and evaluations share: batches of latent states, stepped on the device beside the main
 * run. Vectors are handled on the CPU (Float32Array [size]): making, comparing and combining them costs little beside an
 * iteration.
 */
export interface Lab {
  /** For what no batch can do; its callers release what they make. */
  readonly backend: MapBackend;
  /** Numbers of a state. */
  readonly size: number;
  /** Iterations of one state made so far. */
  readonly spent: number;
  /** States that a batch should hold, by what this device has shown so far: an iteration of them fits in a slice. */
  readonly capacity: Capacity;
  /** Starts a batch. Noiseless unless the parameters say otherwise; nudges are never applied. */
  batch(starts: readonly Start[], parameters: DynamicsParameters, capacity?: Capacity): Batch;
  /** F(z) of states, noiseless, in batches that fit: one iteration of each. */
  apply(states: readonly Float32Array[], parameters: DynamicsParameters): Promise<Float32Array[]>;
  /** A state that the engine still has or can make (a nudged one cannot be made here); null where it cannot. */
  recall(ref: StateRef): Promise<Float32Array> | null;
  /** The axes of the trajectory map that the page shows of this run; null where there are none. */
  axesOf(recipe: Recipe): NamedAxes | null;
  /** Releases everything on the device. */
  dispose(): void;
}

export interface LabOptions {
  readonly recall?: (ref: StateRef) => Promise<Float32Array> | null;
  readonly axesOf?: (recipe: Recipe) => NamedAxes | null;
  /** Milliseconds. */
  readonly now?: () => number;
  /** Called with the iterations of one state that were made, and the milliseconds they took. */
  readonly made?: (iterations: number, milliseconds: number) => void;
}

const ROWS = {
  first: 16,
  /** Fewer cost nearly as much per iteration: on a busy software adapter the way there and back is most of it. */
  fewest: 4,
  /** More would take more memory than the time it saves: 256 states of d = 32 are 24 MB, and the map's scratch six times that. */
  most: 256,
};

export function createLab(backend: MapBackend, options: LabOptions = {}): Lab {
  const { recall = () => null, axesOf = () => null, now = () => performance.now(), made = () => {} } = options;
  const open = new Set<Batch>();
  const ownCapacity = createCapacity(ROWS);
  let spent = 0;

  const deps: Omit<BatchDeps, "capacity"> = {
    backend,
    now,
    made(rows, iterations, milliseconds) {
      spent += rows * iterations;
      made(rows * iterations, milliseconds);
    },
    closed: (batch) => open.delete(batch),
  };

  const lab: Lab = {
    backend,
    size: backend.size,
    get spent() {
      return spent;
    },
    capacity: ownCapacity,
    batch(starts, parameters, capacity = ownCapacity) {
      const batch = createBatch({ ...deps, capacity }, starts, parameters);
      open.add(batch);
      return batch;
    },
    async apply(states, parameters) {
      const images: Float32Array[] = [];
      while (images.length < states.length) {
        const part = states.slice(images.length, images.length + ownCapacity.rows);
        const batch = lab.batch(part, parameters);
        await batch.advance(1);
        images.push(...(await batch.read()));
        batch.dispose();
      }
      return images;
    },
    recall,
    axesOf,
    dispose() {
      for (const batch of open) batch.dispose();
      backend.trim?.();
    },
  };
  return lab;
}
