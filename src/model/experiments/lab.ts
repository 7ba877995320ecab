import { combine } from "../analysis/plane";
import type { MapBackend } from "../eqr/backend";
import { createHalting } from "../eqr/halting";
import type { NamedAxes } from "../eqr/mapAxes";
import { type Recipe, sigmaAt } from "../eqr/recipe";
import type { Model } from "../maps/relational/weights";
import { makeBases } from "./bases";
import { type Batch, type BatchDoor, createBatch, type Law, type Start } from "./batch";

/** A state of a run: z_k of one of its trajectories. */
export interface Origin {
  readonly recipe: Recipe;
  readonly trajectory: number;
  readonly k: number;
}

/** An experiment under way says how far it is; `partial` is what can be drawn already. Counts are iterations of one state. */
export interface Progress<P> {
  readonly done: number;
  readonly total: number;
  readonly partial: P;
}

/**
 * An experiment: it yields after every slice of work (some 50 ms), null where there is nothing new to tell, and returns its
 * result. Given up, it is not resumed but ended where it stands (so that a `finally` is heard), and what its lab holds is released.
 */
export type Experiment<P, R> = AsyncGenerator<Progress<P> | null, R, void>;

/** What an experiment costs, stated beforehand: iterations of one state at most. */
export interface Cost {
  readonly iterations: number;
}

/**
 * The instrument that all experiments share: batches of latent states, stepped on the device beside the main run. Vectors
 * are handled on the CPU (Float32Array [729 d]): making, comparing and combining them costs little beside an iteration.
 */
export interface Lab {
  readonly model: Model;
  /** For what no batch can do; whoever uses it releases what it makes. */
  readonly backend: MapBackend;
  /** Numbers of a state: 729 d. */
  readonly size: number;
  /** Iterations of one state made so far. */
  readonly spent: number;
  /** States that a batch should hold, by what this device has shown so far: an iteration of them fits in a slice. */
  readonly room: number;
  /** Starts a batch. Noiseless unless the law says otherwise; nudges are never applied. */
  batch(starts: readonly Start[], law: Law): Batch;
  /** F(z) of states under a noiseless law, in batches that fit: one iteration of each. */
  apply(states: readonly Float32Array[], law: Law): Promise<Float32Array[]>;
  /** A state that the engine still has or can make (a nudged one cannot be made here); null where it cannot. */
  recall(origin: Origin): Promise<Float32Array> | null;
  /** The axes of the trajectory map that the page shows of this run; null where there are none. */
  axesOf(recipe: Recipe): NamedAxes | null;
  /** Releases everything on the device. */
  dispose(): void;
}

export interface LabOptions {
  readonly recall?: (origin: Origin) => Promise<Float32Array> | null;
  readonly axesOf?: (recipe: Recipe) => NamedAxes | null;
  /** Milliseconds. */
  readonly now?: () => number;
  /** Hears how many iterations of one state took how many milliseconds. */
  readonly made?: (iterations: number, milliseconds: number) => void;
}

/** More would take more memory than the time it saves: 256 states of d = 32 are 24 MB, and the map's scratch six times that. */
const MOST_ROWS = 256;
const FIRST_ROWS = 16;
/** Fewer cost nearly as much an iteration: on a busy software adapter the way there and back is most of it. */
const FEWEST_ROWS = 4;
/** An iteration of a full batch that takes less than the first lets batches grow, more than the second makes them shrink. */
const ITERATION_MS = [20, 60] as const;

export function createLab(backend: MapBackend, model: Model, options: LabOptions = {}): Lab {
  const { recall = () => null, axesOf = () => null, now = () => performance.now(), made = () => {} } = options;
  const open = new Set<Batch>();
  let spent = 0;
  let room = FIRST_ROWS;

  const door: BatchDoor = {
    backend,
    d: model.card.config.d,
    now,
    made(rows, iterations, milliseconds) {
      spent += rows * iterations;
      made(rows * iterations, milliseconds);
      const each = milliseconds / iterations;
      if (rows >= room && each < ITERATION_MS[0]) room = Math.min(MOST_ROWS, room * 2);
      else if (rows >= room && each > ITERATION_MS[1]) room = Math.max(FEWEST_ROWS, room >> 1);
    },
    closed: (batch) => open.delete(batch),
  };

  const lab: Lab = {
    model,
    backend,
    size: 729 * door.d,
    get spent() {
      return spent;
    },
    get room() {
      return room;
    },
    batch(starts, law) {
      const batch = createBatch(door, starts, law);
      open.add(batch);
      return batch;
    },
    async apply(states, law) {
      const images: Float32Array[] = [];
      while (images.length < states.length) {
        const part = states.slice(images.length, images.length + room);
        const batch = lab.batch(part, law);
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

/**
 * The state of an origin: recalled from the engine, or the recipe run again up to it. Throws an Error in words where the
 * recipe is nudged and its run is over.
 */
export async function* stateAt(lab: Lab, origin: Origin): AsyncGenerator<null, Float32Array, void> {
  const recalled = await lab.recall(origin);
  if (recalled) return recalled;
  const { recipe, trajectory, k } = origin;
  if (recipe.nudges > 0)
    throw new Error("The nudged run that this state belongs to is no longer there. Start it again, then repeat this.");
  const { puzzle, lambda, seed } = recipe;
  const start = yield* startOf(lab, origin);
  const batch = lab.batch([start], {
    puzzle,
    lambda,
    noise: (j) => ({ seed, first: trajectory, sigma: sigmaAt(recipe, j) }),
  });
  // One that has halted is still in the state it halted in: where that may come before k, every state is looked at.
  const halting = createHalting({ ...recipe, breadth: 1, stopCount: 0, budget: 0 });
  const watched = recipe.haltRun > 0 ? [0] : [];
  let halted: Float32Array | undefined;
  while (batch.k < k && !halted) {
    const { summaries, states } = await batch.advance(k - batch.k, watched);
    summaries.forEach((summary, i) => {
      if (halting.standing(0) !== "running") return;
      halting.observe(summary);
      if (halting.standing(0) !== "running") halted = states[i]?.[0];
    });
    yield null;
  }
  const [last] = halted ? [halted] : await batch.read();
  batch.dispose();
  if (!last) throw new Error("The backend gave no state.");
  return last;
}

/** Where the trajectory of an origin starts: a first one may have a chosen start. */
async function* startOf(lab: Lab, { recipe, trajectory }: Origin): AsyncGenerator<null, Start, void> {
  const { seed, start = [] } = recipe;
  if (trajectory > 0 || start.length === 0) return { seed, trajectory };
  return combine(
    yield* makeBases(lab, recipe, start),
    start.map(({ weight }) => weight),
  );
}
