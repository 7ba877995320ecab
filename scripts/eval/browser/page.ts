/** The page that npm run eval opens where it evaluates on WebGPU: the same code as in a process, on the page's device. */

import { type Answer, type EvaluationRequest, evaluate } from "../../../src/model/evaluate/evaluate";
import { createLab } from "../../../src/model/lab/lab";
import { loadModel } from "../../../src/model/maps/loadModel";
import { openBackend } from "../../../src/model/worker/backends";

/** What the command offers to the page, and the page to the command. */
declare global {
  interface Window {
    report?: (answers: readonly Answer[]) => Promise<void>;
    evaluation?: (request: EvaluationRequest) => Promise<void>;
  }
}

async function run(request: EvaluationRequest): Promise<void> {
  const weights = new URL("/weights/", location.origin).href;
  const { model } = await loadModel(weights, request.recipe.model, (url) => fetch(url));
  const { backend, lost, close } = await openBackend({ model, choice: "webgpu", wasmUrls: {} });
  if (backend.info.kind !== "webgpu") throw new Error(backend.info.whyNotWebgpu ?? "WebGPU could not be set up.");
  const gone = lost.then((reason) => {
    throw new Error(`The graphics device was lost (${reason}).`);
  });
  const work = async () => {
    for await (const answers of evaluate(createLab(backend), request))
      if (answers.length > 0) await window.report?.(answers);
  };
  await Promise.race([work(), gone]);
  close();
}

window.evaluation = run;
