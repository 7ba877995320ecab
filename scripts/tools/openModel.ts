import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import type { MapBackend } from "../../src/model/eqr/backend/backend";
import { createReferenceBackend } from "../../src/model/eqr/backend/referenceBackend";
import { loadIndex } from "../../src/model/eqr/model/loadFiles";
import type { Model } from "../../src/model/eqr/model/model";
import { loadModel } from "../../src/model/maps/loadModel";
import { fileFetch, WEIGHTS_URL } from "./fileFetch";

/** A shipped model on WebAssembly, by default the one that the page opens with where there is no GPU. */
export async function openModel(name?: string): Promise<{ name: string; model: Model; backend: MapBackend }> {
  const chosen = name ?? (await loadIndex(WEIGHTS_URL, fileFetch)).default.elsewhere;
  const { model } = await loadModel(WEIGHTS_URL, chosen, fileFetch);
  if (!(await tf.setBackend("wasm"))) throw new Error("WebAssembly could not be set up.");
  const backend = createReferenceBackend(model, { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null });
  return { name: chosen, model, backend };
}
