import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { backend as currentBackend, setBackend } from "@tensorflow/tfjs-core";
import { conditionOf } from "../../model/eqr/condition";
import { createReferenceBackend } from "../../model/eqr/referenceBackend";
import type { Model } from "../../model/eqr/weights";
import { openBackend } from "../../model/worker/backends";
import type { ContestantName, Ground } from "../protocol";
import type { Contestant } from "./contestant";
import { createMapContestant } from "./mapContestant";
import { createOnnxContestant, type OnnxFiles, type Runtime } from "./onnxContestant";

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
  /** Sets up a contestant. Throws an Error in words where it cannot run here. */
  open(name: ContestantName): Promise<Contestant>;
}

/** Sets up the two grounds that contestants run on. WebGPU comes first, because tfjs registers it anew when it opens. */
export async function openField({ model, files, wasmUrls, puzzle }: OpenRequest): Promise<Field> {
  const x = conditionOf(puzzle);
  const webgpu = await openBackend({ model, choice: "auto", wasmUrls });
  const { kind, device: adapter, whyNotWebgpu } = webgpu.backend.info;
  // Looked up now: WebAssembly is about to become tfjs's current backend.
  const gpu: Gpu =
    kind === "wasm"
      ? { kind: "none", reason: whyNotWebgpu ?? "WebGPU could not be set up." }
      : { kind: "open", device: (currentBackend() as WebGPUBackend).device, adapter };
  const wasm = kind === "wasm" ? webgpu : await openBackend({ model, choice: "wasm", wasmUrls });

  async function onnx(ground: Ground): Promise<Contestant> {
    const runtime: Runtime = await (ground === "webgpu" ? import("./onnxWebgpu") : import("./onnxWasm"));
    return createOnnxContestant({ runtime, ground, files, d: model.card.config.d, x });
  }

  return {
    gpu,
    async open(name) {
      if (gpu.kind === "none" && name !== "tfjs-wasm" && name !== "onnxruntime-wasm") throw new Error(gpu.reason);
      switch (name) {
        case "fused":
          return createMapContestant(webgpu.backend, "webgpu", x);
        case "tfjs-ops-webgpu":
          // Weights go to the backend that is current.
          await setBackend("webgpu");
          return createMapContestant(createReferenceBackend(model, webgpu.backend.info), "webgpu", x);
        case "tfjs-wasm":
          return createMapContestant(wasm.backend, "wasm", x);
        case "onnxruntime-webgpu":
          return onnx("webgpu");
        case "onnxruntime-wasm":
          return onnx("wasm");
      }
    },
  };
}
