import type { Axes } from "../eqr/backend/axes";
import type { NoiseRow } from "../eqr/backend/backend";
import type { Search } from "../eqr/backend/search";
import type { Summary } from "../eqr/record/summary";
import type { Wanted } from "./rows";

export interface PathNoise {
  readonly seed: number;
  readonly sigma: number;
  /** Trajectory whose noise row 0 gets; the rows after it get that of the next ones. */
  readonly first: number;
  /** The noise of each row, where they are of different trajectories or iterations: the others are then ignored. */
  readonly rows?: readonly NoiseRow[];
}

/** What takes a batch from one iteration to the next. */
export interface DynamicsParameters {
  /** What the network is given (Problem.input): one for all rows, or one per row. */
  readonly inputs: readonly Uint8Array[];
  readonly lambda: number;
  /** Path noise of the step that makes iteration k (from 1); none without. */
  readonly noise?: (k: number) => PathNoise;
  /** Axes that summaries have coordinates on; read for every slice, as a fit of the run may replace them. */
  readonly axes?: () => Axes | null;
  /** Nudges that are done on the device, and the trajectory of each row: then `noise` and `axes` say nothing. */
  readonly search?: { readonly by: Search; readonly trajectories: readonly number[] };
}

export interface Slice {
  /** One per iteration, in order. */
  readonly summaries: readonly Summary[];
  /** [iterations][watched] states. */
  readonly states: readonly (readonly Float32Array[])[];
}

export interface Run {
  /** One per iteration asked for, in order. */
  readonly summaries: readonly Summary[];
  /** What the iterations took, without what was under way before them. */
  readonly milliseconds: number;
}

/** Some latent states on the device, stepped together. */
export interface Batch {
  readonly rows: number;
  /** Iterations made. */
  readonly k: number;
  /** As many iterations as fit in a slice, one at least and `most` at most, and the states of the watched rows. */
  advance(most: number, watched?: readonly number[]): Promise<Slice>;
  /**
   * Just so many iterations, however long they take, of which only the summaries of those asked for (from 1) are read. They
   * are under way when the call returns: more may be asked for, and rows replaced, before the answer is there.
   */
  run(iterations: number, asked: readonly number[]): Promise<Run>;
  /** The states, one per row. */
  read(): Promise<Float32Array[]>;
  /** Softmax of a row, [cells, values] as bytes, 255 = 1. */
  beliefs(row: number): Promise<Uint8Array>;
  /** Coordinates of a row on axes. */
  project(row: number, onto: Axes): Promise<number[]>;
  /** From now on the batch holds these: its own rows by number, and new starts. Where each row has its own input, all are given again. */
  become(
    rows: Wanted,
    inputs?: readonly Uint8Array[],
    /** The trajectory of each row, in a search. */
    trajectories?: readonly number[],
  ): void;
  /** From now on the network is given these. */
  setInputs(inputs: readonly Uint8Array[]): void;
  dispose(): void;
}
