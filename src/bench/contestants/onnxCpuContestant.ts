import type * as Onnx from "onnxruntime-web";
import type { Summary } from "../../model/eqr/record/summary";
import { type Bout, type Contestant, RECIPE } from "./contestant";
import { conditionsOf, createSession, type OnnxSetup, parseSummary, startsOf } from "./onnx";

/** ONNX Runtime Web on the CPU: one iteration a call. */
export function createOnnxCpuContestant(setup: OnnxSetup): Contestant {
  const { runtime, d, x } = setup;
  return {
    async enter(breadth): Promise<Bout> {
      const session = await createSession(setup, breadth, { executionProviders: ["wasm"] });
      const lam = new runtime.Tensor("float32", [RECIPE.lambda], []);
      const condition = new runtime.Tensor("int32", conditionsOf(x, breadth), [breadth, 729]);
      let z: Onnx.Tensor = new runtime.Tensor("float32", startsOf(breadth, d), [breadth, 729, d]);
      return {
        async run(iterations) {
          let last: Summary | null = null;
          for (let i = 0; i < iterations; i++) {
            const { next, summary } = await session.run({ z, x: condition, lam });
            if (!next || !summary) throw new Error("The ONNX graph gave no state or no summary.");
            z = next;
            last = parseSummary(summary.data as Float32Array, breadth);
          }
          if (!last) throw new Error("A batch without iterations has no summary.");
          return last;
        },
        leave: () => session.release(),
      };
    },
    close: async () => {},
  };
}
