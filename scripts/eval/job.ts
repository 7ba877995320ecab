/** One process of the evaluation: takes a share of the puzzles, sends back answers. */
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { createReferenceBackend } from "../../src/model/eqr/referenceBackend";
import { type Answer, type EvaluationRequest, evaluate } from "../../src/model/evaluate/evaluate";
import { createLab } from "../../src/model/lab/lab";
import { loadModel } from "../../src/model/maps/loadModel";
import { fileFetch, WEIGHTS_URL } from "../tools/fileFetch";

export type JobReply = { readonly answer: Answer } | { readonly failed: string };

async function work(request: EvaluationRequest): Promise<void> {
  const { model } = await loadModel(WEIGHTS_URL, request.recipe.model, fileFetch);
  if (!(await tf.setBackend("wasm"))) throw new Error("WebAssembly could not be set up.");
  const backend = createReferenceBackend(model, { kind: "wasm", device: "WebAssembly", whyNotWebgpu: "No browser." });
  for await (const answers of evaluate(createLab(backend), request)) for (const answer of answers) reply({ answer });
}

function reply(message: JobReply): void {
  process.send?.(message);
}

process.once("message", (request: EvaluationRequest) => {
  work(request)
    .catch((error) => reply({ failed: error instanceof Error ? error.message : String(error) }))
    .finally(() => process.disconnect());
});
