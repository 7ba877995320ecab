import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { fileFetch, WEIGHTS_URL } from "../../../scripts/tools/fileFetch";
import { createReferenceBackend } from "../../model/eqr/backend/referenceBackend";
import type { Model } from "../../model/eqr/model/model";
import type { Recipe } from "../../model/eqr/recipe/recipe";
import { appendFrame, createRecord, type RunRecord } from "../../model/eqr/record/record";
import { createEngine } from "../../model/eqr/run/engine";
import { loadModel } from "../../model/maps/loadModel";
import { readLink } from "../link/read";
import { createSetupLinks } from "../link/setups";
import { createSetups } from "../store/setups";
import { VIEWS, viewNamed } from "../views";
import { COURSES } from "./courses";
import { measure } from "./measures";
import { brokenClaims, isDone, judgeAnswer } from "./progress";

/** Every step of every course that is shipped: its link opens, its run does what its text says. */
const INFO = { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null } as const;
/** Nudged runs of thousands of iterations are not run to their end here. */
const LONGEST = 256;

let model: Model;
beforeAll(async () => {
  await tf.setBackend("wasm");
  ({ model } = await loadModel(WEIGHTS_URL, "relational", fileFetch));
});

const { reads } = createSetupLinks((view) => viewNamed(view).setup, createSetups());

/** Courses begin with the same few states: each run is made once. */
const runs = new Map<string, Promise<RunRecord>>();

function runOf(link: string): Promise<RunRecord> {
  const read = readLink(link, reads);
  if (read.kind !== "run") throw new Error(`The link ${link} does not open.`);
  const recipe = { ...read.run.recipe, model: "relational" };
  const key = JSON.stringify(recipe);
  const run = runs.get(key) ?? compute(recipe);
  runs.set(key, run);
  return run;
}

async function compute(recipe: Recipe): Promise<RunRecord> {
  const engine = createEngine(createReferenceBackend(model, INFO), model);
  const record = createRecord(recipe);
  appendFrame(record, await engine.start(recipe, { autofit: false }));
  while (!record.end && record.frames.length <= LONGEST) {
    const { frames, end } = await engine.tick(32);
    for (const frame of frames) appendFrame(record, frame);
    record.end = end;
  }
  engine.dispose();
  return record;
}

describe.each([...COURSES])("the course %s", (_, { steps }) => {
  it("has steps", () => {
    expect(steps.length).toBeGreaterThan(2);
  });

  it.each(steps.map((step) => [step.title, step] as const))("%s", async (_, step) => {
    const link = readLink(step.link, reads);
    expect(link).toMatchObject({ kind: "run" });
    expect(link.kind === "run" && link.notes).toBeFalsy();
    const view = link.kind === "run" ? link.run.view : "";
    expect(VIEWS.map((one) => one.name)).toContain(view);
    const record = await runOf(step.link);
    const cursor = record.frames.length - 1;
    const letters = Array.from({ length: record.recipe.breadth }, () => null);
    expect(brokenClaims(step, record)).toEqual([]);
    const scene = { record, cursor, view, letters };
    expect(isDone(step.until, scene)).toBe(true);
    if (step.question?.kind === "number") {
      // A question whose answer is not known after the run would never be answered.
      const truth = measure(step.question.measure, record);
      expect(judgeAnswer(step.question, truth, scene)).toMatchObject({ kind: "right" });
    }
  });
});
