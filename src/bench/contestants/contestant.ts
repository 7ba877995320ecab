import type { Summary } from "../../model/eqr/record/summary";

/** The run that everyone makes: the paper's iteration without noise. */
export const RECIPE = { lambda: 0.7, sigma: 0, seed: 1 } as const;

/** A way to run the map, set up and ready. */
export interface Contestant {
  /** Starts a batch of so many trajectories at iteration 0, from the starts of RECIPE's seed. */
  enter(breadth: number): Promise<Bout>;
  close(): Promise<void>;
}

/** A batch of trajectories that a contestant keeps on its device. */
export interface Bout {
  /**
   * Makes some more iterations, reading back residual, q, digits and confidence of each, those of `together` iterations
   * at a time. Resolves with the summary of the last when everything has arrived.
   */
  run(iterations: number, together: number): Promise<Summary>;
  leave(): Promise<void>;
}
