import type * as Onnx from "onnxruntime-web";
import { startState } from "../../model/eqr/noise/noise";
import { decodeInto } from "../../model/eqr/record/decode";
import type { Summary } from "../../model/eqr/record/summary";
import { RECIPE } from "./contestant";

/** As much of ONNX Runtime Web as is used. */
export type Runtime = Pick<typeof Onnx, "InferenceSession" | "Tensor" | "env">;

export interface OnnxFiles {
  /** The graph of training/onnx_export.py. */
  readonly graph: Uint8Array;
  /** The weights, which the graph names as external data by this file name. */
  readonly weights: { readonly path: string; readonly data: Uint8Array };
}

export interface OnnxSetup {
  readonly runtime: Runtime;
  readonly files: OnnxFiles;
  readonly d: number;
  readonly x: Int32Array;
}

/** Columns of the graph's summary before the 729 digit logits: residual and q. */
const HEAD = 2;
export const SUMMARY_WIDTH = HEAD + 729;

/** A session of the graph for a batch of so many trajectories: with that known, every shape is a constant. */
export function createSession(
  { runtime, files }: OnnxSetup,
  breadth: number,
  options: Onnx.InferenceSession.SessionOptions,
): Promise<Onnx.InferenceSession> {
  return runtime.InferenceSession.create(files.graph, {
    externalData: [files.weights],
    freeDimensionOverrides: { batch: breadth },
    graphOptimizationLevel: "all",
    ...options,
  });
}

/** z_0 of the first trajectories by the shared noise, [breadth, 729, d]. */
export function startsOf(breadth: number, d: number): Float32Array {
  const size = 729 * d;
  const values = new Float32Array(breadth * size);
  for (let t = 0; t < breadth; t++) values.set(startState(RECIPE.seed, t, size), t * size);
  return values;
}

/** A condition for every trajectory, [breadth, 729]. */
export function conditionsOf(x: Int32Array, breadth: number): Int32Array {
  const out = new Int32Array(x.length * breadth);
  for (let i = 0; i < breadth; i++) out.set(x, i * x.length);
  return out;
}

/** Reads the graph's summary [rows, 731]. */
export function parseSummary(values: Float32Array, rows: number): Summary {
  const summary = {
    residual: new Float32Array(rows),
    q: new Float32Array(rows),
    coords: new Float32Array(rows * 3).fill(Number.NaN),
    digits: new Uint8Array(rows * 81),
    confidence: new Uint8Array(rows * 81),
  };
  for (let row = 0; row < rows; row++) {
    const part = values.subarray(row * SUMMARY_WIDTH, (row + 1) * SUMMARY_WIDTH);
    summary.residual[row] = part[0] ?? Number.NaN;
    summary.q[row] = part[1] ?? Number.NaN;
    const cells = [row * 81, row * 81 + 81] as const;
    decodeInto(part.subarray(HEAD), summary.digits.subarray(...cells), summary.confidence.subarray(...cells));
  }
  return summary;
}
