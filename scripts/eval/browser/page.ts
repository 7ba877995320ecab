/** The page that npm run eval opens where it evaluates on WebGPU: the same code as in a process, on the page's device. */

import { createLab } from "../../../src/model/lab/lab";
import { loadModel } from "../../../src/model/maps/loadModel";
import { openBackend } from "../../../src/model/worker/backends";
import { type WorkKind, type Works, work } from "../work";

/** What the command offers to the page, and the page to the command. */
declare global {
  interface Window {
    report?: (results: readonly Works[WorkKind]["result"][]) => Promise<void>;
    evaluation?: typeof run;
  }
}

async function run<K extends WorkKind>(kind: K, request: Works[K]["request"]): Promise<void> {
  const weights = new URL("/weights/", location.origin).href;
  const { model } = await loadModel(weights, request.recipe.model, (url) => fetch(url));
  const { backend, lost, close } = await openBackend({ model, choice: "webgpu", wasmUrls: {} });
  if (backend.info.kind !== "webgpu") throw new Error(backend.info.whyNotWebgpu ?? "WebGPU could not be set up.");
  const gone = lost.then((reason) => {
    throw new Error(`The graphics device was lost (${reason}).`);
  });
  const all = async () => {
    for await (const results of work(createLab(backend), kind, request))
      if (results.length > 0) await window.report?.(results);
  };
  await Promise.race([all(), gone]);
  close();
}

window.evaluation = run;
