import type { Tensor } from "@tensorflow/tfjs-core";
import type { NudgeMarks } from "../nudges/nudgeLog";
import type { Frame } from "../record/frame";
import type { Summary } from "../record/summary";
import type { Halting } from "../run/halting";
import type { Axes } from "./axes";

/**
 * The dynamics of one run: which state follows which, with the nudges in between. It keeps no states. Rows are the
 * trajectories that are still computed; at first they are all of them, in order.
 */
export interface Dynamics {
  /** z_0 of every trajectory: [B, size]. */
  start(): Tensor;
  /** z_k of the rows from z = z_(k-1), or from what `only` put in its place. */
  step(z: Tensor, k: number, axes: Axes | null): Tensor;
  /** The summaries of the steps since the last call, of their rows; the steps after it need not wait for the answer. */
  collect(): Promise<Summary[]>;
  /** Iterations that may follow z_k before its rows must be looked at, or one of them halts unseen. */
  untilLook(k: number, halting: Halting): number;
  /** Batches of iterations that may be under way at once. */
  readonly batches: number;
  /** Looks at z = z_k of the rows, once untilLook has passed; the frame is that of all trajectories. */
  look(z: Tensor, frame: Frame, halting: Halting): Promise<void>;
  /** What the frame of z_k is marked with, once it has been looked at. */
  marksAt(k: number): NudgeMarks;
  /** Goes on with some of the rows alone: what follows z_k = z of them, owned by the caller. */
  only(kept: readonly number[], z: Tensor): Tensor;
  /** z_k of one trajectory, [1, size], run again alone from an earlier state; disposes that. */
  replay(trajectory: number, from: { readonly k: number; readonly z: Tensor }, k: number): Tensor;
  dispose(): void;
}
