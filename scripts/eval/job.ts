/** One process of the evaluation: takes a share of the puzzles, sends back answers. */
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { fileFetch, WEIGHTS_URL } from "../../src/model/eqr/fixtures/fileFetch";
import { loadModel } from "../../src/model/eqr/loadModel";
import type { Recipe } from "../../src/model/eqr/recipe";
import { createReferenceBackend } from "../../src/model/eqr/referenceBackend";
import type { Select } from "../../src/model/eqr/selection";
import type { Answer } from "./search";
import { solveAll } from "./solveAll";

export interface JobRequest {
  readonly recipe: Recipe;
  readonly select: Select;
  readonly puzzles: readonly string[];
}

export type JobReply = { readonly answer: Answer } | { readonly failed: string };

async function work({ recipe, select, puzzles }: JobRequest): Promise<void> {
  const { model } = await loadModel(WEIGHTS_URL, recipe.model, fileFetch);
  if (!(await tf.setBackend("wasm"))) throw new Error("WebAssembly could not be set up.");
  const backend = createReferenceBackend(model, { kind: "wasm", device: "WebAssembly", whyNotWebgpu: "No browser." });
  await solveAll(backend, recipe, puzzles, select, (answer) => reply({ answer }));
}

function reply(message: JobReply): void {
  process.send?.(message);
}

process.once("message", (request: JobRequest) => {
  work(request)
    .catch((error) => reply({ failed: error instanceof Error ? error.message : String(error) }))
    .finally(() => process.disconnect());
});
