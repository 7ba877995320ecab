import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import { createReferenceBackend } from "../model/eqr/backend/referenceBackend";
import { defaultRecipe, type Recipe } from "../model/eqr/recipe/recipe";
import { selectionsAt } from "../model/eqr/recipe/selection";
import { encodeFingerprint, fingerprintAt } from "../model/eqr/record/fingerprint";
import { appendFrame, createRecord, type RunRecord } from "../model/eqr/record/record";
import { createEngine } from "../model/eqr/run/engine";
import { addMap } from "../model/maps";
import { latinSquare } from "../model/seam.testing/latinSquare";
import { linear, tinyModel } from "../model/seam.testing/linearMap";
import { addTask } from "../model/tasks";
import type { App } from "./app";
import { AppContext } from "./appContext";
import { readLink } from "./link/read";
import { writeLink } from "./link/write";
import { TrajectoryRow } from "./panels/list/TrajectoryRow";
import { plainText } from "./run/piece";
import { trajectoryViewsAt } from "./run/trajectoryViews";
import { verdictNow } from "./run/verdictNow";
import { createRunStore, type RunState } from "./store/run";
import { createSettingsStore } from "./store/settings";

/** The page's side of src/model/seam.test.ts: a run of the tiny task on the tiny map in a link, a sentence and a panel. */
const recipe: Recipe = { ...defaultRecipe("1...", "tiny"), task: "latin-square", breadth: 3, depth: 100 };

const remove: (() => void)[] = [];
let record: RunRecord;
beforeAll(async () => {
  await tf.setBackend("wasm");
  remove.push(addTask(latinSquare), addMap(linear));
  const model = tinyModel();
  const info = { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null } as const;
  const engine = createEngine(createReferenceBackend(model, info), model);
  record = createRecord(recipe);
  appendFrame(record, await engine.start(recipe));
  while (!record.end) {
    const { frames, end } = await engine.tick(16);
    for (const frame of frames) appendFrame(record, frame);
    record.end = end;
  }
  engine.dispose();
});
afterAll(() => {
  for (const one of remove) one();
});

test("a link holds a run of any task, and gives it back", () => {
  const cursor = record.frames.length - 1;
  const outcome = encodeFingerprint(fingerprintAt(record, cursor));
  const run = { recipe, cursor, selected: 1, rule: "q", view: "map", axes: [0, 1], setup: null, outcome } as const;
  expect(readLink(writeLink(run), () => true)).toMatchObject({ kind: "run", run });
});

test("a row of the list shows what its start has come to, on a board of the task's grid", () => {
  const cursor = record.frames.length - 1;
  const views = trajectoryViewsAt(record, cursor);
  // Markup is rendered from a store's first state.
  const run = createStore<RunState>()(() => ({
    ...createRunStore().getState(),
    record,
    views,
    selections: selectionsAt(record, cursor),
    textScene: { cursor, revision: record.revision, views },
  }));
  const name = (cell: number) => `cell ${cell + 1}`;
  const grid = { ...latinSquare.grid, thickRows: [], thickColumns: [] };
  const board = { grid, cellName: name, shortCellName: name };
  // As much of the app as a row asks for.
  const app = { run, settings: createSettingsStore(), taskView: () => ({ board }) } as unknown as App;
  const row = renderToStaticMarkup(
    <AppContext value={app}>
      <TrajectoryRow trajectory={0} compact={false} />
    </AppContext>,
  );
  expect(row).toContain("settled, valid");
  expect(row).toContain("3 of 3 votes");
  expect(plainText(verdictNow({ record, views, selected: 0, cursor }))).toContain("solved");
});
