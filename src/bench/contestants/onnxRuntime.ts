import { env, InferenceSession, Tensor } from "onnxruntime-web/jspi";
import wasm from "onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url";

/**
 * ONNX Runtime Web in its build for WebAssembly's JavaScript Promise Integration: for WebGPU and for the CPU, with one
 * thread, as pages have that are not cross-origin isolated.
 */
env.wasm.wasmPaths = { wasm: new URL(wasm, self.location.href).href };
env.wasm.numThreads = 1;
env.logLevel = "error";
env.webgpu.powerPreference = "high-performance";

export { env, InferenceSession, Tensor };
