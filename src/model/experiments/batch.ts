import { reshape, type Tensor, tensor3d } from "@tensorflow/tfjs-core";
import type { Axes, MapBackend, NoiseRow, Summary } from "../eqr/backend";
import { startState } from "../eqr/noise";
import { createPace } from "../eqr/pace";
import { conditionOf } from "../tasks/sudoku/condition";

/** Where a row of a batch starts: z_0 of a trajectory by the shared noise, or a state [729 d]. */
export type Start = Float32Array | { readonly seed: number; readonly trajectory: number };

export interface PathNoise {
  readonly seed: number;
  readonly sigma: number;
  /** Trajectory whose noise row 0 gets; the rows after it get that of the next ones. */
  readonly first: number;
  /** The noise of each row, where they are of different trajectories or iterations: `first` then says nothing. */
  readonly rows?: readonly NoiseRow[];
}

/** What takes a batch from one iteration to the next. */
export interface Law {
  /** 81 characters for all rows, or a puzzle a row. */
  readonly puzzle: string | readonly string[];
  readonly lambda: number;
  /** Path noise of the step that makes iteration k (from 1); none without. */
  readonly noise?: (k: number) => PathNoise;
  /** Axes that summaries have coordinates on; looked up for every slice, for a fit of the run's may replace them. */
  readonly axes?: () => Axes | null;
}

export interface Slice {
  /** One an iteration, in order. */
  readonly summaries: readonly Summary[];
  /** [iterations][watched] states. */
  readonly states: readonly (readonly Float32Array[])[];
}

/** Some latent states on the device, stepped together. */
export interface Batch {
  readonly rows: number;
  /** Iterations made. */
  readonly k: number;
  /** As many iterations as fit in a slice, one at least and `most` at most; the states of the watched rows come along. */
  advance(most: number, watched?: readonly number[]): Promise<Slice>;
  /** The states, a row each. */
  read(): Promise<Float32Array[]>;
  /**
   * From now on the batch holds these: its own rows by number, and new starts. The law must have one puzzle, or `puzzles`
   * gives them anew.
   */
  become(rows: readonly (number | Start)[], puzzles?: readonly string[]): void;
  dispose(): void;
}

/** What a batch needs of its lab. */
export interface BatchDoor {
  readonly backend: MapBackend;
  readonly d: number;
  now(): number;
  made(rows: number, iterations: number, milliseconds: number): void;
  closed(batch: Batch): void;
}

const NOISELESS: PathNoise = { seed: 0, sigma: 0, first: 0 };

export function createBatch(door: BatchDoor, starts: readonly Start[], law: Law): Batch {
  const { backend, d } = door;
  const { lambda, noise = () => NOISELESS, axes = () => null } = law;
  const size = 729 * d;
  let rows = starts.length;
  let z = gatherRows(starts);
  let x = conditionsOf(law.puzzle, rows);
  let k = 0;
  let pace = createPace();
  let open = true;

  function upload(start: Start): Tensor {
    const values = start instanceof Float32Array ? start : startState(start.seed, start.trajectory, size);
    return tensor3d(values, [1, 729, d]);
  }

  /** [rows, 729, d] of rows of z and of starts, copied in one go. */
  function gatherRows(wanted: readonly (number | Start)[]): Tensor {
    if (wanted.length === 0) throw new RangeError("A batch needs a state at least.");
    const uploads: Tensor[] = [];
    const sources = wanted.map((row) => {
      if (typeof row === "number") return { z, row };
      const uploaded = upload(row);
      uploads.push(uploaded);
      return { z: uploaded, row: 0 };
    });
    const matrix = backend.gather(sources);
    const states: Tensor = reshape(matrix, [wanted.length, 729, d]);
    for (const tensor of [matrix, ...uploads]) tensor.dispose();
    return states;
  }

  function conditionsOf(puzzle: Law["puzzle"], count: number): Tensor {
    if (typeof puzzle === "string") return backend.condition(conditionOf(puzzle));
    if (puzzle.length !== count) throw new RangeError(`${count} states need ${count} puzzles, not ${puzzle.length}.`);
    const all = new Int32Array(count * 729);
    puzzle.forEach((one, i) => {
      all.set(conditionOf(one), i * 729);
    });
    return backend.condition(all);
  }

  async function values(states: readonly Tensor[], watched: readonly number[]): Promise<Float32Array[][]> {
    if (watched.length === 0 || states.length === 0) return states.map(() => []);
    const matrix = backend.gather(states.flatMap((state) => watched.map((row) => ({ z: state, row }))));
    try {
      const all = (await matrix.data()) as Float32Array;
      const at = (index: number) => all.slice(index * size, (index + 1) * size);
      return states.map((_, i) => watched.map((_, j) => at(i * watched.length + j)));
    } finally {
      matrix.dispose();
    }
  }

  const batch: Batch = {
    get rows() {
      return rows;
    },
    get k() {
      return k;
    },
    async advance(most, watched = []) {
      const before = door.now();
      const steps = Math.max(1, Math.min(most, pace.iterations));
      const states: Tensor[] = [];
      const made: Tensor[] = [];
      const onto = axes();
      try {
        for (let i = 0; i < steps; i++) {
          const next = backend.step(z, x, onto, { k: k + 1, lambda, ...noise(k + 1) });
          k++;
          if (watched.length > 0) states.push(next.z);
          if (!states.includes(z)) z.dispose();
          z = next.z;
          made.push(next.summary);
        }
        // Reading disposes the summaries.
        const summaries = await backend.read(made.splice(0));
        const milliseconds = door.now() - before;
        door.made(rows, steps, milliseconds);
        pace.observe(steps, milliseconds);
        return { summaries, states: await values(states, watched) };
      } finally {
        for (const tensor of [...made, ...states.filter((state) => state !== z)]) tensor.dispose();
      }
    },
    async read() {
      const [states = []] = await values(
        [z],
        Array.from({ length: rows }, (_, row) => row),
      );
      return states;
    },
    become(wanted, puzzles) {
      const states = gatherRows(wanted);
      z.dispose();
      z = states;
      if (puzzles || typeof law.puzzle !== "string") {
        if (!puzzles) throw new RangeError("Rows with a puzzle each need their puzzles anew.");
        x.dispose();
        x = conditionsOf(puzzles, wanted.length);
      }
      if (wanted.length > rows) pace = createPace();
      rows = wanted.length;
    },
    dispose() {
      if (!open) return;
      open = false;
      z.dispose();
      x.dispose();
      door.closed(batch);
    },
  };
  return batch;
}
