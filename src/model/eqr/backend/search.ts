import type { Tensor } from "@tensorflow/tfjs-core";
import type { Summary } from "../record/summary";

/** A trajectory that joins a search at its iteration 0, under the input symbols of its problem, [cells]. */
export interface Searcher {
  readonly trajectory: number;
  readonly input: Uint8Array;
}

/** Where the nudges of some rows stand, in the numbers of each trajectory's own iterations. */
export interface Standing {
  /** Index among PHASES. */
  readonly phase: readonly number[];
  /** Fresh starts so far. */
  readonly cycle: readonly number[];
  /** The iteration at which the phase began; of an accepted one that at which it was accepted. */
  readonly since: readonly number[];
}

/** A summary, and where the nudges of its rows stood after it. */
export interface SearchSummary extends Summary {
  standing(from: number, to: number): Standing;
}

/** Where rows from ... to - 1 of a search stand. Throws an Error for a summary that is none of a search. */
export function standingOf(summary: Summary | SearchSummary, from: number, to: number): Standing {
  if (!("standing" in summary)) throw new Error("Only the summaries of a search say where its nudges stand.");
  return summary.standing(from, to);
}

/**
 * Nudged trajectories of many problems side by side, each at an iteration of its own: looks, hypotheses, releases and fresh
 * starts are done where the states are, so that any number of iterations can follow one another unread. A trajectory that
 * has been accepted stays as it is. It keeps no states.
 */
export interface Search {
  /**
   * From now on, after k iterations of the batch, its rows are these: some as they were, by number, and others that join.
   * States are gathered from `source` before, or copied into it where rows only give way to others.
   */
  become(rows: readonly (number | Searcher)[], k: number): void;
  /** What the next step starts from: z_k, or what a look has left in its place. */
  source(z: Tensor): Tensor;
  /** The step of all rows to the batch's iteration k, from z_(k-1). */
  step(z: Tensor, k: number): { readonly z: Tensor; readonly summary: Tensor };
  /** Reads summaries back, all in one transfer, and disposes them. */
  read(summaries: readonly Tensor[]): Promise<SearchSummary[]>;
  dispose(): void;
}
