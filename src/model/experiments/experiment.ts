import type { Lab } from "../lab/lab";

/** How far an experiment is; `partial` is what can be drawn already. Counts are iterations of one state. */
export interface Progress<P> {
  readonly done: number;
  readonly total: number;
  readonly partial: P;
}

/**
 * An experiment under way: it yields after every slice of work (some 50 ms), null where nothing new can be shown, and returns
 * its result. One that is abandoned is ended at a yield (so that a `finally` runs), and what its lab holds is released.
 */
export type Running<P, R> = AsyncGenerator<Progress<P> | null, R, void>;

/** A kind of experiment. The request is the whole cause of the result; both cross to the page as messages. */
export interface Experiment<Q extends { readonly kind: string }, P, R> {
  readonly kind: Q["kind"];
  /** Iterations of one state at most, stated beforehand. */
  cost(request: Q): number;
  run(lab: Lab, request: Q): Running<P, R>;
}
