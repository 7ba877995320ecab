import type { Tensor } from "@tensorflow/tfjs-core";
import type { Grid, Problem } from "../../tasks/task";
import type { Recipe } from "../recipe/recipe";
import type { Summary } from "../record/summary";
import type { Axes } from "./axes";
import type { Dynamics } from "./dynamics";
import type { Search } from "./search";

export type BackendChoice = "auto" | "webgpu" | "wasm";

/** How the work of a map's kernels is cut into invocations, in the map's own numbers: a matter of speed only. */
export type KernelShape = Readonly<Record<string, number | string>>;

export interface BackendInfo {
  readonly kind: "webgpu" | "wasm";
  /** The name of the adapter, e.g. "Google SwiftShader" or "NVIDIA Ampere"; on wasm "WebAssembly, SIMD, 1 thread". */
  readonly device: string;
  /** Whether the adapter is the CPU in disguise. */
  readonly software?: boolean;
  /** Why WebGPU is not used, as a sentence; null when it is. */
  readonly whyNotWebgpu: string | null;
  /** The shape of the kernels that was found to be the fastest; not there where none was looked for. */
  readonly shape?: KernelShape;
}

/** Which noise a row gets, and how strong. */
export interface NoiseRow {
  readonly trajectory: number;
  readonly k: number;
  readonly sigma: number;
}

/** Options of the step that makes iteration k from iteration k - 1. */
export interface StepOptions {
  readonly k: number;
  readonly seed: number;
  readonly lambda: number;
  readonly sigma: number;
  /** Index of the trajectory in the first row of z: rows are trajectories first, first + 1, ... */
  readonly first: number;
  /** The noise of each row, where rows differ in it: `k`, `sigma` and `first` then say nothing. */
  readonly rows?: readonly NoiseRow[];
}

/**
 * A way to compute the map. Two exist: `tfjs-ops` (the reference, any tfjs backend) and `kernels` (own WGSL on WebGPU).
 * Latent states are tensors [rows, size] that stay on the device: what the numbers of a row mean is for the map alone. The
 * caller disposes every tensor that it gets.
 */
export interface MapBackend {
  readonly info: BackendInfo;
  readonly grid: Grid;
  /** Numbers of one latent state. */
  readonly size: number;
  /** Uploads the condition of input symbols, [cells] each: of one input for all rows of a state, or of one input per row. */
  condition(inputs: readonly Uint8Array[]): Tensor;
  /** z_0 ~ N(0, START_DEVIATION² I) of trajectories first ... first + rows - 1 by the shared noise (noise.ts). */
  start(seed: number, first: number, rows: number): Tensor;
  /** One iteration; `summary` holds what read() needs, still on the device. `axes` null leaves coordinates NaN. */
  step(z: Tensor, x: Tensor, axes: Axes | null, options: StepOptions): { readonly z: Tensor; readonly summary: Tensor };
  /** The summary of a state that no step made (iteration 0): its residual is NaN. */
  summarise(z: Tensor, axes: Axes | null): Tensor;
  /** Reads summaries back, all in one transfer, and disposes them. */
  read(summaries: readonly Tensor[]): Promise<Summary[]>;
  /** Softmax of one row: [cells, values] as bytes, 255 = 1. */
  beliefs(z: Tensor, row: number): Promise<Uint8Array>;
  /** Copies rows of states into one tensor [rows.length, size]. */
  gather(rows: readonly { readonly z: Tensor; readonly row: number }[]): Tensor;
  /** Copies rows of states over rows `to` of a state, or of conditions over those of one, where the backend can do that in place. */
  replace?(z: Tensor, rows: readonly { readonly to: number; readonly z: Tensor; readonly row: number }[]): void;
  /** X X^T of a matrix [n, m], read back: n * n numbers. */
  gram(matrix: Tensor): Promise<Float32Array>;
  /** weights [n, 3] (column-wise unit axes) -> axes = weights^T (X - mean), mean over the rows of X. */
  axes(matrix: Tensor, weights: Float32Array): Axes;
  /** Coordinates of states on axes: for each z of the list [rows, 3], concatenated. */
  project(states: readonly Tensor[], axes: Axes): Promise<Float32Array>;
  /** The dynamics of a run whose halting and nudges are done on the device, where the backend can do that. */
  dynamics?(recipe: Recipe, problem: Problem): Dynamics;
  /** A nudged search by a recipe that is done on the device, where the backend can do that; path noise must not change on the way. */
  search?(recipe: Recipe): Search;
  /** The largest breadth whose run fits the device's limits, where there are such. */
  readonly largestBreadth?: number;
  /** Takes the memory for runs of this breadth, where the backend holds such. Rejects in words where it is not to be had. */
  reserve?(breadth: number): Promise<void>;
  /** Milliseconds that the device has been at work by its own clock, on what was read back so far; null where it has none. */
  gpuMs?(): number | null;
  /** Gives back memory that is held for states of sizes no longer in use, where the backend holds such. */
  trim?(): void;
  dispose(): void;
}
