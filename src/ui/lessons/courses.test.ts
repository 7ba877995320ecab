import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { fileFetch, WEIGHTS_URL } from "../../../scripts/tools/fileFetch";
import { createEngine } from "../../model/eqr/engine";
import type { Model } from "../../model/eqr/model";
import { appendFrame, createRecord, type RunRecord } from "../../model/eqr/record";
import { createReferenceBackend } from "../../model/eqr/referenceBackend";
import { loadModel } from "../../model/maps/loadModel";
import { readLink } from "../link/codec";
import { createSetupLinks } from "../link/setups";
import { createSetups } from "../store/setups";
import { VIEWS, viewNamed } from "../views";
import { readCourse } from "./format";
import { measure } from "./measures";
import { brokenClaims, isDone, judgeAnswer } from "./progress";

/** Every step of every course that is shipped: its link opens, its run does what its text says. */
const FILES = ["first"];
const INFO = { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null } as const;
/** Nudged runs of thousands of iterations are not run to their end here. */
const LONGEST = 256;

let model: Model;
beforeAll(async () => {
  await tf.setBackend("wasm");
  ({ model } = await loadModel(WEIGHTS_URL, "relational", fileFetch));
});

const { reads } = createSetupLinks((view) => viewNamed(view).setup, createSetups());

async function runOf(link: string): Promise<RunRecord> {
  const read = readLink(link, reads);
  if (read.kind !== "run") throw new Error(`The link ${link} does not open.`);
  const recipe = { ...read.run.recipe, model: "relational" };
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

describe.each(FILES)("the course %s", (name) => {
  const read = readCourse(readFileSync(new URL(`./courses/${name}.txt`, import.meta.url), "utf8"));
  const steps = read.ok ? read.course.steps : [];

  it("can be read, and has steps", () => {
    expect(read.ok ? [] : read.problems).toEqual([]);
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
