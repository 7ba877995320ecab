import type * as Onnx from "onnxruntime-web";
import type { Summary } from "../../model/eqr/backend";
import { decodeInto } from "../../model/eqr/decode";
import { fillGaussian } from "../../model/eqr/noise";
import type { Ground } from "../protocol";
import { type Bout, type Contestant, RECIPE } from "./contestant";

/** As much of ONNX Runtime Web as is used. Each execution provider comes in a build of its own. */
export type Runtime = Pick<typeof Onnx, "InferenceSession" | "Tensor">;

export interface OnnxFiles {
  /** The graph of training/onnx_export.py. */
  readonly graph: Uint8Array;
  /** The weights, which the graph names as external data by this file name. */
  readonly weights: { readonly path: string; readonly data: Uint8Array };
}

export interface OnnxSetup {
  readonly runtime: Runtime;
  readonly ground: Ground;
  readonly files: OnnxFiles;
  readonly d: number;
  readonly x: Int32Array;
}

/** Columns of the graph's summary before the 729 digit logits: residual and q. */
const HEAD = 2;
const WIDTH = HEAD + 729;

/** ONNX Runtime Web: one iteration a call; on WebGPU the state stays on the device, bound from output to input. */
export function createOnnxContestant({ runtime, ground, files, d, x }: OnnxSetup): Contestant {
  return {
    async enter(breadth): Promise<Bout> {
      const session = await runtime.InferenceSession.create(files.graph, {
        executionProviders: [ground],
        externalData: [files.weights],
        // With the batch known, every shape is a constant that the runtime can fold.
        freeDimensionOverrides: { batch: breadth },
        preferredOutputLocation: ground === "webgpu" ? "gpu-buffer" : "cpu",
        graphOptimizationLevel: "all",
      });
      const lam = new runtime.Tensor("float32", [RECIPE.lambda], []);
      const condition = new runtime.Tensor("int32", repeated(x, breadth), [breadth, 729]);
      let z: Onnx.Tensor = new runtime.Tensor("float32", starts(breadth, d), [breadth, 729, d]);

      async function step(): Promise<Onnx.Tensor> {
        const { next, summary } = await session.run({ z, x: condition, lam });
        if (!next || !summary) throw new Error("The ONNX graph gave no state or no summary.");
        z.dispose();
        z = next;
        return summary;
      }

      return {
        async run(iterations, together) {
          let last: Summary | null = null;
          for (let left = iterations; left > 0; left -= together) {
            const summaries: Onnx.Tensor[] = [];
            for (let i = Math.min(left, together); i > 0; i--) summaries.push(await step());
            const read = await Promise.all(summaries.map((summary) => summary.getData(true)));
            for (const values of read) last = parseSummary(values as Float32Array, breadth);
          }
          if (!last) throw new Error("A batch without iterations has no summary.");
          return last;
        },
        async leave() {
          z.dispose();
          await session.release();
        },
      };
    },
    close: async () => {},
  };
}

/** z_0 of the first trajectories by the shared noise. */
function starts(breadth: number, d: number): Float32Array {
  const size = 729 * d;
  const values = new Float32Array(breadth * size);
  for (let t = 0; t < breadth; t++) fillGaussian(values.subarray(t * size, (t + 1) * size), RECIPE.seed, t, 0);
  return values;
}

function repeated(x: Int32Array, times: number): Int32Array {
  const out = new Int32Array(x.length * times);
  for (let i = 0; i < times; i++) out.set(x, i * x.length);
  return out;
}

function parseSummary(values: Float32Array, rows: number): Summary {
  const summary = {
    residual: new Float32Array(rows),
    q: new Float32Array(rows),
    coords: new Float32Array(rows * 3).fill(Number.NaN),
    digits: new Uint8Array(rows * 81),
    confidence: new Uint8Array(rows * 81),
  };
  for (let row = 0; row < rows; row++) {
    const part = values.subarray(row * WIDTH, (row + 1) * WIDTH);
    summary.residual[row] = part[0] ?? Number.NaN;
    summary.q[row] = part[1] ?? Number.NaN;
    const cells = [row * 81, row * 81 + 81] as const;
    decodeInto(part.subarray(HEAD), summary.digits.subarray(...cells), summary.confidence.subarray(...cells));
  }
  return summary;
}
