/** One process of the evaluation: takes a share of the puzzles, sends back answers. */
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { createReferenceBackend } from "../../src/model/eqr/backend/referenceBackend";
import { createLab } from "../../src/model/lab/lab";
import { loadModel } from "../../src/model/maps/loadModel";
import { fileFetch, WEIGHTS_URL } from "../tools/fileFetch";
import { type WorkKind, type Works, work } from "./work";

export interface JobOrder<K extends WorkKind> {
  readonly kind: K;
  readonly request: Works[K]["request"];
}

export type JobReply<K extends WorkKind> = { readonly result: Works[K]["result"] } | { readonly failed: string };

async function run<K extends WorkKind>({ kind, request }: JobOrder<K>): Promise<void> {
  const { model } = await loadModel(WEIGHTS_URL, request.recipe.model, fileFetch);
  if (!(await tf.setBackend("wasm"))) throw new Error("WebAssembly could not be set up.");
  const backend = createReferenceBackend(model, { kind: "wasm", device: "WebAssembly", whyNotWebgpu: "No browser." });
  for await (const results of work(createLab(backend), kind, request)) for (const result of results) reply({ result });
}

function reply(message: JobReply<WorkKind>): void {
  process.send?.(message);
}

process.once("message", (order: JobOrder<WorkKind>) => {
  run(order)
    .catch((error) => reply({ failed: error instanceof Error ? error.message : String(error) }))
    .finally(() => process.disconnect());
});
