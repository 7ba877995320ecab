import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { backend as currentBackend, setBackend } from "@tensorflow/tfjs-core";
import { createReferenceBackend } from "../../model/eqr/backend/referenceBackend";
import type { Model } from "../../model/eqr/model/model";
import { conditionsOf } from "../../model/maps/relational/condition";
import { createRelationalBackend } from "../../model/maps/relational/kernels/backend";
import { readShape, SOFTWARE_SHAPE, shapeInWords, shortShape } from "../../model/maps/relational/kernels/shape";
import { configOf } from "../../model/maps/relational/weights";
import { problemOf } from "../../model/tasks";
import { openBackend } from "../../model/worker/backends";
import type { ContestantName } from "../protocol";
import type { Contestant } from "./contestant";
import { createMapContestant } from "./mapContestant";
import type { OnnxFiles, OnnxSetup } from "./onnx";
import { createOnnxCpuContestant } from "./onnxCpuContestant";
import { createOnnxGpuContestant } from "./onnxGpuContestant";

/** What tfjs itself sets; our kernels raise it for themselves (device.ts). */
const TFJS_DEFAULT = 15;

export interface OpenRequest {
  readonly model: Model;
  readonly files: OnnxFiles;
  readonly wasmUrls: Readonly<Record<string, string>>;
  readonly puzzle: string;
}

/** WebGPU as tfjs has set it up: our kernels' device; or why there is none. */
export type Gpu =
  | { readonly kind: "open"; readonly device: GPUDevice; readonly adapter: string }
  | { readonly kind: "none"; readonly reason: string };

export interface Field {
  readonly gpu: Gpu;
  /** See Report. */
  readonly kernels: string;
  /** Sets up a contestant. Throws an Error in words where it cannot run here. */
  open(name: ContestantName): Promise<Contestant>;
}

/** Sets up the two grounds that contestants run on. WebGPU comes first, because tfjs registers it anew when it opens. */
export async function openField({ model, files, wasmUrls, puzzle }: OpenRequest): Promise<Field> {
  const { input } = problemOf({ puzzle });
  const webgpu = await openBackend({ model, choice: "auto", wasmUrls });
  const { kind, device: adapter, whyNotWebgpu } = webgpu.backend.info;
  // Looked up now: WebAssembly is about to become tfjs's current backend.
  const gpu: Gpu =
    kind === "wasm"
      ? { kind: "none", reason: whyNotWebgpu ?? "WebGPU could not be set up." }
      : { kind: "open", device: (currentBackend() as WebGPUBackend).device, adapter };
  const wasm = kind === "wasm" ? webgpu : await openBackend({ model, choice: "wasm", wasmUrls });

  const shape = readShape(webgpu.backend.info.shape) ?? SOFTWARE_SHAPE;
  const otherShape = shape.family === "serial" ? shortShape(configOf(model).d) : SOFTWARE_SHAPE;

  async function onnx(): Promise<OnnxSetup> {
    if (!("Suspending" in WebAssembly))
      throw new Error("ONNX Runtime Web is here in its build for WebAssembly's JSPI, which this browser has not.");
    return { runtime: await import("./onnxRuntime"), files, d: configOf(model).d, x: conditionsOf([input]) };
  }

  return {
    gpu,
    kernels: gpu.kind === "open" ? `${shapeInWords(shape)}; its other kernels: ${shapeInWords(otherShape)}` : "",
    async open(name) {
      if (gpu.kind === "none" && name !== "tfjs-wasm" && name !== "onnxruntime-wasm") throw new Error(gpu.reason);
      switch (name) {
        case "fused":
          return createMapContestant({ backend: webgpu.backend, on: "webgpu", input });
        case "fused-other":
          await setBackend("webgpu");
          return createMapContestant({
            backend: await createRelationalBackend(model, webgpu.backend.info, otherShape),
            ...{ on: "webgpu", input },
          });
        case "tfjs-ops-webgpu":
          // Weights go to the backend that is current.
          await setBackend("webgpu");
          return createMapContestant({
            backend: createReferenceBackend(model, webgpu.backend.info),
            ...{ on: "webgpu", input, dispatchesPerSubmit: TFJS_DEFAULT },
          });
        case "tfjs-wasm":
          return createMapContestant({ backend: wasm.backend, on: "wasm", input });
        case "onnxruntime-webgpu":
          return createOnnxGpuContestant(await onnx());
        case "onnxruntime-wasm":
          return createOnnxCpuContestant(await onnx());
      }
    },
  };
}
