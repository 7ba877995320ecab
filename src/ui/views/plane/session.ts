import * as tf from "@tensorflow/tfjs-core";
import type { MapBackend } from "../../../model/eqr/backend/backend";
import type { Model } from "../../../model/eqr/model/model";
import type { Recipe } from "../../../model/eqr/recipe/recipe";
import { appendFrame, applyBasis, createRecord, type RunRecord } from "../../../model/eqr/record/record";
import { createEngine } from "../../../model/eqr/run/engine";
import { twoWells } from "../../../model/maps/plane/systems";
import { type PlaneTraining, trainPlane } from "../../../model/maps/plane/train";
import { openBackend } from "../../../model/worker/backends";
import { WASM_URLS } from "../../wasmUrls";

/** Iterations between two looks at whether the run is still wanted. */
const SLICE = 32;

/** tfjs on WebAssembly, on this thread: a state of two numbers is less work than a message to a worker. */
async function backendOf(model: Model): Promise<MapBackend> {
  const { backend } = await openBackend({ model, choice: "wasm", wasmUrls: WASM_URLS, whyNotWebgpu: "" });
  return { ...backend, axes: () => ({ directions: tf.tensor2d(PLANE, [3, 2]), mean: tf.zeros([2]) }) };
}

/** The map's axes are the latent state's own two, so that coordinates are z1 and z2. */
const PLANE = [1, 0, 0, 1, 0, 0];

/**
 * A run of the engine, whole: its record, with z1 and z2 as the first two coordinates. Null where `wanted` says no on the
 * way. Rejects with an Error in words where the recipe is out of its ranges or tfjs cannot be set up.
 */
export async function runPlane(model: Model, recipe: Recipe, wanted: () => boolean): Promise<RunRecord | null> {
  const backend = await backendOf(model);
  const engine = createEngine(backend, model);
  try {
    const record = createRecord(recipe);
    appendFrame(record, await engine.start(recipe, { autofit: false }));
    while (!record.end) {
      const { frames, end } = await engine.tick(SLICE);
      if (!wanted()) return null;
      for (const frame of frames) appendFrame(record, frame);
      record.end = end;
    }
    const fitted = await engine.refit();
    if (fitted) applyBasis(record, fitted);
    record.spent = engine.spent;
    return wanted() ? record : null;
  } finally {
    engine.dispose();
    backend.dispose();
  }
}

/** Sets tfjs up on this thread and begins a training there. */
export async function startTraining(seed: number): Promise<PlaneTraining> {
  (await backendOf(twoWells())).dispose();
  return trainPlane(seed);
}
