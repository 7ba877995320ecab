import wasm from "onnxruntime-web/ort-wasm-simd-threaded.wasm?url";
import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm";

/** ONNX Runtime Web as built for WebAssembly alone: one thread, as pages have that are not cross-origin isolated. */
env.wasm.wasmPaths = { wasm: new URL(wasm, self.location.href).href };
env.wasm.numThreads = 1;
env.logLevel = "error";

export { InferenceSession, Tensor };
