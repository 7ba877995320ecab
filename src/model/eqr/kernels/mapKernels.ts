import type { Tensor, TensorInfo } from "@tensorflow/tfjs-core";
import type { Axes } from "../backend/axes";
import type { StepOptions } from "../backend/backend";

/** What the standing of trajectories goes by (standing.wgsl). */
export interface Rules {
  /** What lets a trajectory rest: 1 a residual below the tolerance, 2 a halting logit above 0. */
  readonly haltBy: 1 | 2;
  /** Iterations at rest after which it halts. */
  readonly haltRun: number;
  readonly tolerance: number;
  readonly nudges: number;
}

/** A step of states z [rows, size] under one condition x for all rows, [conditionSize], or one per row. */
export interface Step {
  readonly z: TensorInfo;
  readonly x: TensorInfo;
  readonly axes: Axes | null;
  readonly options: StepOptions;
  /** The summaries before it [rows, SUMMARY], where the standing of the trajectories is kept: halted ones stay as they are. */
  readonly record: TensorInfo | null;
}

/**
 * A map in kernels of its own, on a WebGPU device. It lays out its states and conditions as it likes; summaries are those of
 * packing.ts, with the standing of standing.wgsl in them.
 */
export interface MapKernels {
  /** Numbers of a condition. */
  readonly conditionSize: number;
  /** Floats per row of the largest buffer that a kernel binds. */
  readonly largestFloats: number;
  /** The conditions of input symbols, [cells] each: [inputs.length * conditionSize]. */
  condition(inputs: readonly Uint8Array[]): Float32Array;
  start(seed: number, first: number, rows: number): Tensor;
  /** A step and the summary of what it made, [rows, SUMMARY]; with a record, by the rules. */
  step(step: Step, rules?: Rules): { readonly z: Tensor; readonly summary: Tensor };
  /** The same summary of a state that no step made; the residual is NaN. */
  summarise(z: Tensor, axes: Axes | null): Tensor;
  /** [cells, values] softmax of one row; released by the caller. */
  beliefs(z: Tensor, row: number): TensorInfo;
  /** What the step after a look at z_k starts from: z with fresh starts where the record says so, [rows, size]. */
  again(z: TensorInfo, record: TensorInfo, at: { readonly k: number; readonly seed: number }, output: TensorInfo): void;
  /**
   * The conditions that the record's hypotheses make of a problem's, or of those of a problem per row, written to output
   * [rows, conditionSize].
   */
  suppose(condition: TensorInfo, record: TensorInfo, output: TensorInfo): void;
  /** Takes the memory that steps of this many rows need, beside the states. */
  reserve(rows: number): void;
  /** Gives back memory that holds nothing. */
  trim(): void;
  dispose(): void;
}
