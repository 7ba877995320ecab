import wasmPlain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import wasmSimd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import wasmThreaded from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url";

/** File name -> address of tfjs's wasm binaries, for a worker that is told where they are. */
export const WASM_URLS: Readonly<Record<string, string>> = {
  "tfjs-backend-wasm.wasm": new URL(wasmPlain, document.baseURI).href,
  "tfjs-backend-wasm-simd.wasm": new URL(wasmSimd, document.baseURI).href,
  "tfjs-backend-wasm-threaded-simd.wasm": new URL(wasmThreaded, document.baseURI).href,
};
