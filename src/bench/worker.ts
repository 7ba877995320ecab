/** The worker of the benchmark: one request, a stream of events. */
import { type Fetch, loadIndex } from "../model/eqr/model/loadFiles";
import { loadModel } from "../model/maps/loadModel";
import { EXAMPLES } from "../model/tasks/sudoku/examples";
import type { OnnxFiles } from "./contestants/onnx";
import { openField } from "./contestants/open";
import { countGpuWork } from "./counters";
import { createRoofs } from "./probe/roofs";
import type { BenchEvent, BenchRequest, Report } from "./protocol";
import { runBench } from "./run";

const count = countGpuWork();

self.addEventListener("message", ({ data }: MessageEvent<BenchRequest>) => {
  bench(data).then(
    (report) => post({ kind: "done", report }),
    (error) => post({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});

function post(event: BenchEvent): void {
  self.postMessage(event);
}

async function bench({ weightsUrl, wasmUrls, plan, contestants, model: asked }: BenchRequest): Promise<Report> {
  const began = performance.now();
  const say = (text: string) => post({ kind: "progress", done: 0, total: 1, text });
  say("Loading the model");
  const name = asked ?? (await loadIndex(weightsUrl, browserFetch)).default.elsewhere;
  const { model } = await loadModel(weightsUrl, name, browserFetch);
  const files = await loadOnnx(weightsUrl, name, model.card.weights.file);
  const [example] = EXAMPLES;
  if (!example) throw new Error("There is no example puzzle to run.");
  say("Setting up");
  const field = await openField({ model, files, wasmUrls, puzzle: example.puzzle });
  const probe = await createRoofs(field.gpu.kind === "open" ? field.gpu.device : null);
  const run = runBench({
    plan,
    names: contestants,
    card: model.card,
    probe,
    open: field.open,
    now: () => performance.now(),
    count,
  });
  for (;;) {
    const { done, value } = await run.next();
    if (!done) {
      post(value);
      continue;
    }
    return {
      adapter: field.gpu.kind === "open" ? field.gpu.adapter : field.gpu.reason,
      kernels: field.kernels,
      cpu: `${navigator.hardwareConcurrency} logical cores`,
      model: `${model.card.title} (${model.card.parameters} parameters, ${model.card.weights.sha256.slice(0, 12)})`,
      plan,
      ...value,
      seconds: (performance.now() - began) / 1000,
    };
  }
}

const browserFetch: Fetch = (url) => fetch(url);

async function loadOnnx(weightsUrl: string, name: string, weights: string): Promise<OnnxFiles> {
  const bytes = async (file: string) => {
    const response = await fetch(`${weightsUrl}${encodeURIComponent(file)}`);
    if (!response.ok) throw new Error(`The file ${file} is not there (the server answered ${response.status}).`);
    return new Uint8Array(await response.arrayBuffer());
  };
  return { graph: await bytes(`${name}.onnx`), weights: { path: weights, data: await bytes(weights) } };
}
