import type { Flipped } from "../../analysis/pca";
import type { Summary } from "./summary";

/**
 * What one iteration left behind, for every trajectory of a run: a few hundred bytes each, never the latent state.
 * B = breadth; trajectory t owns the t-th row of each column.
 */
export interface Frame extends Summary {
  /** Iterations applied so far; 0 is the random start. */
  readonly k: number;
  /** [B, cells] value that was supposed in the step that made z_k, 0 where none was; null without nudges. */
  readonly hypotheses?: Uint8Array | null;
  /** [B] index into PHASES: how z_k was made, and whether it has been accepted; null without nudges. */
  readonly phase?: Uint8Array | null;
  /** [B] cycle that z_k belongs to, from 0; it counts the fresh starts of the trajectory; null without nudges. */
  readonly cycle?: Uint16Array | null;
}

/**
 * What a nudged trajectory is doing (nudge.ts). Settling: a cycle's first iterations, under the true puzzle. Nudged: under
 * hypotheses. Releasing: under the true puzzle again and without noise, on probation. Accepted: for good, from the accepted
 * state on, without noise too.
 */
export const PHASES = ["settling", "nudged", "releasing", "accepted"] as const;
export type Phase = (typeof PHASES)[number];

/** Softmax of every cell of one trajectory at one iteration: [cells, values], 255 = 1. */
export interface Beliefs {
  readonly trajectory: number;
  readonly k: number;
  readonly softmax: Uint8Array;
}

/** The axes of the trajectory map: principal components of latent states seen in this run. */
export interface Basis {
  /** Counts the fits of a run from 1. */
  readonly id: number;
  /** Share of variance along each of the 3 axes, of the states it was fitted on. */
  readonly explained: readonly [number, number, number];
  /** What it was fitted on. */
  readonly states: number;
  readonly fromK: number;
  readonly toK: number;
  /** Fits of the same run with the same window have the same axes. */
  readonly window: FitWindow;
}

/** What fixes the axes of a run: they are fitted on a sample of all trajectories' states up to k. */
export interface FitWindow {
  readonly k: number;
  readonly flipped: Flipped;
}

/** Coordinates of earlier states on a new basis; iterations whose states are no longer kept are not among `ks`. */
export interface Reprojection {
  readonly basis: Basis;
  readonly ks: Int32Array;
  /** [ks.length, B, 3] */
  readonly coords: Float32Array;
}

/**
 * Why a run stopped by itself. `settled`: every trajectory has halted. `stopped`: as many have halted as the recipe asks
 * for. `broken`: no trajectory is finite any more. `budget`: the next iteration would have cost more than allowed.
 */
export type RunEnd =
  | { readonly kind: "depth" }
  | { readonly kind: "settled" }
  | { readonly kind: "stopped"; readonly halted: number }
  | { readonly kind: "broken" }
  | { readonly kind: "budget"; readonly spent: number };

/** What a run has cost so far. */
export interface Spent {
  /** Iterations of all trajectories together; one that has halted costs none. */
  readonly iterations: number;
  /** Floating-point operations of the map in them. */
  readonly flop: number;
  /** Milliseconds that the device was at work on them by its own clock; null where it has none. */
  readonly gpuMs: number | null;
}
