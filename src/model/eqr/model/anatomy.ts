/** What one latent state z_k holds, candidate by candidate: arrays [cells * values], index = cell * values + value - 1. */
export interface Anatomy {
  readonly trajectory: number;
  readonly k: number;
  /** Logits of the values; their softmax over a cell is what the board shows. */
  readonly logits: Float32Array;
  /** The same of z_(k-1), NaN at k = 0. */
  readonly before: Float32Array;
  /** ||z|| / sqrt(d). A map that ends in an RMS norm has 1 at a fixed point. */
  readonly lengths: Float32Array;
  /** ||z_k - z_(k-1)|| / sqrt(d), NaN at k = 0. */
  readonly changes: Float32Array;
  /** [3, cells * values] coordinates on the principal axes of candidate vectors. */
  readonly components: Float32Array;
  readonly axes: VectorAxes;
}

/** What the principal axes of the candidate vectors were fitted on. */
export interface VectorAxes {
  /** Share of the variance along each. */
  readonly explained: readonly [number, number, number];
  /** The iterations: powers of two, so that the axes depend on how far a run has come, not on who looked when. */
  readonly ks: readonly number[];
}

/** Where the states of one run come from. */
export interface StateSource {
  /** Iterations made so far. */
  readonly k: number;
  /** z_k of a trajectory, a row of floats. */
  state(trajectory: number, k: number): Promise<Float32Array>;
}

/** Looks into the states of one run. */
export interface Dissector {
  at(trajectory: number, k: number): Promise<Anatomy>;
}
