import wasm from "onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url";
import { env, InferenceSession, Tensor } from "onnxruntime-web/webgpu";

/** ONNX Runtime Web as built for WebGPU. */
env.wasm.wasmPaths = { wasm: new URL(wasm, self.location.href).href };
env.wasm.numThreads = 1;
env.logLevel = "error";
env.webgpu.powerPreference = "high-performance";

export { InferenceSession, Tensor };
