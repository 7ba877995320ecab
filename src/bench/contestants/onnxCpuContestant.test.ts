import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as runtime from "onnxruntime-web";
import { expect, it } from "vitest";
import { fileFetch, WEIGHTS_URL } from "../../../scripts/tools/fileFetch";
import { loadIndex } from "../../model/eqr/model/loadFiles";
import { loadModel } from "../../model/maps/loadModel";
import { conditionsOf } from "../../model/maps/relational/condition";
import { configOf } from "../../model/maps/relational/weights";
import { digitsOf } from "../../model/tasks/sudoku/grid";
import { openBackend } from "../../model/worker/backends";
import { agree } from "../agreement";
import { createMapContestant } from "./mapContestant";
import { createOnnxCpuContestant } from "./onnxCpuContestant";

const INPUT = digitsOf("53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79");
const fileOf = async (name: string) => new Uint8Array(await readFile(fileURLToPath(new URL(name, WEIGHTS_URL))));

it("computes the shipped map: the exported graph over the shipped weights agrees with the reference", async () => {
  const { elsewhere: name } = (await loadIndex(WEIGHTS_URL, fileFetch)).default;
  const { model } = await loadModel(WEIGHTS_URL, name, fileFetch);
  const { file } = model.card.weights;
  runtime.env.wasm.numThreads = 1;
  const files = { graph: await fileOf(`${name}.onnx`), weights: { path: file, data: await fileOf(file) } };
  const onnx = createOnnxCpuContestant({ runtime, files, d: configOf(model).d, x: conditionsOf([INPUT]) });
  const { backend } = await openBackend({ model, choice: "wasm", wasmUrls: {} });
  const reference = createMapContestant({ backend, on: "wasm", input: INPUT });
  const [theirs, ours] = [await onnx.enter(2), await reference.enter(2)];
  const summary = await theirs.run(5, 2);
  expect(agree(summary, await ours.run(5, 3))).toBe(true);
  expect(agree(summary, await ours.run(1, 1))).toBe(false);
  for (const bout of [theirs, ours]) await bout.leave();
  await reference.close();
});
