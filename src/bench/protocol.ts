/** What the page of the benchmark and its worker tell each other, and what a report holds. */

export const CONTESTANTS = [
  "fused",
  "fused-other",
  "tfjs-ops-webgpu",
  "onnxruntime-webgpu",
  "tfjs-wasm",
  "onnxruntime-wasm",
] as const;

export type ContestantName = (typeof CONTESTANTS)[number];

/** Everything runs either on the WebGPU adapter or on one thread of the CPU in WebAssembly. */
export type Ground = "webgpu" | "wasm";

export const TITLES: Readonly<Record<ContestantName, { readonly title: string; readonly ground: Ground }>> = {
  fused: { title: "Settle, own kernels", ground: "webgpu" },
  "fused-other": { title: "Settle, its other kernels", ground: "webgpu" },
  "tfjs-ops-webgpu": { title: "TensorFlow.js ops", ground: "webgpu" },
  "onnxruntime-webgpu": { title: "ONNX Runtime Web", ground: "webgpu" },
  "tfjs-wasm": { title: "TensorFlow.js ops", ground: "wasm" },
  "onnxruntime-wasm": { title: "ONNX Runtime Web", ground: "wasm" },
};

/** How long and how thoroughly to measure, see plan.ts. */
export interface Plan {
  readonly breadths: readonly number[];
  /** Batches of each contestant at each breadth, taken in turn. */
  readonly rounds: number;
  /** Seconds that a batch should take. */
  readonly batchSeconds: number;
  /** Seconds that a contestant may take at a breadth, its untimed iterations included. */
  readonly budgetSeconds: number;
  /** After so many seconds nobody else sets up, and whoever has been timed once is done. */
  readonly limitSeconds: number;
}

/** What the device was measured to be able to do, by the micro-benchmark of the same run. */
export interface Roof {
  /** Billions of floating-point operations a second; a multiply-add counts two. */
  readonly gflops: number;
  /** Billions of bytes a second, read and written together. */
  readonly gbytes: number;
}

/** One contestant at one breadth. */
export interface Measured {
  readonly kind: "measured";
  readonly contestant: ContestantName;
  readonly breadth: number;
  /** Median over the batches of iterations (of all trajectories at once) a second. */
  readonly iterationsPerSecond: number;
  /** The rates of the slowest and the fastest batch. */
  readonly slowest: number;
  readonly fastest: number;
  /** (fastest - slowest) / median; null where there was one batch only. */
  readonly spread: number | null;
  readonly batches: number;
  /** Iterations of one batch. */
  readonly iterations: number;
  /** Whether there was time for one iteration only, the first, which allocates what the others find there. */
  readonly first: boolean;
  /** Compute dispatches an iteration, counted. */
  readonly dispatches: number;
  /** Bytes an iteration that were mapped to be read by the page, counted. */
  readonly bytesRead: number;
  readonly gflops: number;
  /** Share of the measured multiply-add rate; null where that could not be measured. */
  readonly ofRate: number | null;
  /** The share of the measured bandwidth that reading and writing the states once would take; null likewise. */
  readonly ofBandwidth: number | null;
  /** Whether its last untimed iteration agreed with the reference's; null where it was not compared. */
  readonly agrees: boolean | null;
}

export interface NotRun {
  readonly kind: "not-run";
  readonly contestant: ContestantName;
  readonly breadth: number;
  readonly reason: string;
}

export type Row = Measured | NotRun;

export interface Report {
  /** The WebGPU adapter in words, or why there is none. */
  readonly adapter: string;
  /** The family and shape of our kernels that this device gets, and of the other family's; empty without WebGPU. */
  readonly kernels: string;
  readonly cpu: string;
  readonly model: string;
  readonly plan: Plan;
  readonly roofs: Readonly<Record<Ground, Roof | null>>;
  readonly rows: readonly Row[];
  readonly seconds: number;
}

export interface BenchRequest {
  readonly weightsUrl: string;
  /** File name -> address of tfjs's wasm binaries. */
  readonly wasmUrls: Readonly<Record<string, string>>;
  readonly plan: Plan;
  readonly contestants: readonly ContestantName[];
  /** Name of the map, null for the one that pages without a GPU start with. */
  readonly model: string | null;
}

export type BenchEvent =
  /** `done` of `total` measurements; what is under way, in words. */
  | { readonly kind: "progress"; readonly done: number; readonly total: number; readonly text: string }
  | { readonly kind: "row"; readonly row: Row }
  | { readonly kind: "done"; readonly report: Report }
  | { readonly kind: "failed"; readonly message: string };
