import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { expect, it } from "vitest";
import { fileFetch, WEIGHTS_URL } from "../../../scripts/tools/fileFetch";
import { createReferenceBackend } from "../eqr/backend/referenceBackend";
import { loadIndex } from "../eqr/model/loadFiles";
import { defaultRecipe } from "../eqr/recipe/recipe";
import { createLab, type LabOptions } from "../lab/lab";
import { finish } from "../lab/lab.testing";
import { loadModel } from "../maps/loadModel";
import { type BasinRequest, basinMap } from "./basinMap";

/** 8 grids complete it. */
const EIGHT = "5......1...2..5....9....5..8.9761..34.68....1..39.4856....372.4...419.3.....86..9";

it("is the same for the same recipe with the shipped weights, in whatever batches the device takes it", async () => {
  const name = (await loadIndex(WEIGHTS_URL, fileFetch)).default.elsewhere;
  const { model } = await loadModel(WEIGHTS_URL, name, fileFetch);
  await tf.setBackend("wasm");
  const backend = createReferenceBackend(model, { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null });
  const base = (trajectory: number) => ({ trajectory, iterations: 0 });
  const request: BasinRequest = {
    kind: "basinMap",
    recipe: { ...defaultRecipe(EIGHT, name), tolerance: 0.05, depth: 32 },
    plane: { kind: "points", bases: [base(0), base(1), base(2)] },
    window: null,
    size: 8,
  };
  const draw = async (options: LabOptions) => {
    const lab = createLab(backend, options);
    const { result } = await finish(basinMap.run(lab, request));
    lab.dispose();
    return result;
  };
  let clock = 0;
  // As on a slow device, which takes a few states at a time, and as on a fast one.
  const slow = await draw({ now: () => (clock += 1000) });
  const fast = await draw({ now: () => 0 });
  expect(slow).toEqual(fast);
  expect(fast.done).toBe(64);
  // Starts that settle are what a map of this puzzle is made of.
  expect(fast.basins.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(32);
});
