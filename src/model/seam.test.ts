import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createReferenceBackend } from "./eqr/backend/referenceBackend";
import { writeSafetensors } from "./eqr/fixtures/writeSafetensors";
import { sha256 } from "./eqr/model/loadFiles";
import type { Model } from "./eqr/model/model";
import { nudgeCycles } from "./eqr/nudges/nudgeRecord";
import { defaultRecipe, type Recipe, recipeProblems } from "./eqr/recipe/recipe";
import { outcomeAt } from "./eqr/record/outcome";
import { appendFrame, createRecord, decodedAt, type RunRecord } from "./eqr/record/record";
import { createEngine } from "./eqr/run/engine";
import { evaluate } from "./evaluate/evaluate";
import { judge } from "./evaluate/judge";
import { runCsv } from "./export/csv";
import { runJson } from "./export/json";
import { createLab } from "./lab/lab";
import { addMap } from "./maps";
import { loadModel } from "./maps/loadModel";
import { latinSquare } from "./seam.testing/latinSquare";
import { CARD, linear, tinyModel } from "./seam.testing/linearMap";
import { addTask } from "./tasks";

/**
 * A second task and a second map, through everything that is not theirs: what holds for Sudoku and the relational map holds
 * for any other. docs/adding.md shows how each is added.
 */
const INFO = { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null } as const;
const recipe: Recipe = { ...defaultRecipe("1...", "tiny"), task: "latin-square", breadth: 3, depth: 100 };

let model: Model;
const remove: (() => void)[] = [];
beforeAll(async () => {
  await tf.setBackend("wasm");
  remove.push(addTask(latinSquare), addMap(linear));
  model = tinyModel();
});
afterAll(() => {
  for (const one of remove) one();
});

async function run(of: Recipe) {
  const backend = createReferenceBackend(model, INFO);
  const engine = createEngine(backend, model);
  const record = createRecord(of);
  appendFrame(record, await engine.start(of));
  while (!record.end) {
    const { frames, end } = await engine.tick(16);
    for (const frame of frames) appendFrame(record, frame);
    record.end = end;
  }
  return { engine, record, backend };
}

const last = (record: RunRecord) => record.frames.length - 1;

test("a run comes to rest at the fixed point that the map is known to have, and solves the problem", async () => {
  const { engine, record } = await run(recipe);
  expect(record.end).toEqual({ kind: "settled" });
  expect(engine.spent).toMatchObject({ flop: engine.spent.iterations * CARD.flopsPerIteration });
  for (const t of [0, 1, 2]) {
    expect([...decodedAt(record, t, last(record))]).toEqual([1, 2, 2, 1]);
    expect(outcomeAt(record, t, last(record))).toBe("settled-valid");
    const state = await engine.state(t, last(record));
    for (const [i, value] of [1, -1, -1, 1, -1, 1, 1, -1].entries()) expect(state[i]).toBeCloseTo(value, 4);
  }
  expect(outcomeAt(record, 0, 1)).toBe("moving");
  engine.dispose();
});

test("the residual falls by the factor that the map has", async () => {
  const { engine, record } = await run({ ...recipe, breadth: 1, haltRun: 0, depth: 12 });
  const [a = 0, b = 0] = [11, 12].map((k) => record.frames[k]?.residual[0]);
  // F contracts differences by 1 - lambda * rate, and the states' length is nearly that of the fixed point by now.
  expect(b / a).toBeCloseTo(1 - recipe.lambda * 0.5, 1);
  engine.dispose();
});

test("nudges suppose values and cells of its grid", async () => {
  const { engine, record } = await run({ ...recipe, puzzle: "....", nudges: 2, depth: 96 });
  const cycles = [0, 1, 2].flatMap((t) => nudgeCycles(record, t));
  const hypotheses = cycles.flatMap((cycle) => cycle.hypotheses);
  expect(hypotheses.length).toBeGreaterThan(0);
  for (const { cell, value } of hypotheses) {
    expect(cell).toBeLessThan(4);
    expect([1, 2]).toContain(value);
  }
  engine.dispose();
});

test("its runs are exported", async () => {
  const { engine, record, backend } = await run(recipe);
  const json = JSON.parse(runJson(record, { card: CARD, backend: backend.info, link: "#", made: new Date(0) }));
  expect(json.recipe.task).toBe("latin-square");
  expect(json.frames.at(-1).grid).toEqual(["1221", "1221", "1221"]);
  expect(json.frames.at(-1).confidence[0]).toHaveLength(4);
  const line = runCsv(record).trim().split("\r\n").at(-1)?.split(",") ?? [];
  // A lone grid has no letter.
  expect([line[4], line[5], line.at(-2), line.at(-1)]).toEqual(["settled", "1", "1221", ""]);
  engine.dispose();
});

test("it is evaluated, and judged by its own rules", async () => {
  const lab = createLab(createReferenceBackend(model, INFO));
  const puzzles = ["1...", ".1..", "...2", "12.."];
  const answers = [];
  for await (const some of evaluate(lab, { recipe, select: "residual", puzzles })) answers.push(...some);
  answers.sort((a, b) => a.index - b.index);
  expect(answers.map(({ grid }) => grid)).toEqual(["1221", "2112", "2112", "1221"]);
  expect(answers.every(({ guesses }) => guesses === null)).toBe(true);
  const judged = answers.map((answer) =>
    judge({ line: 1, puzzle: puzzles[answer.index] ?? "", solution: null }, answer, recipe),
  );
  expect(judged.map(({ solved }) => solved)).toEqual([true, true, true, true]);
  lab.dispose();
});

test("its model is loaded by its card, and what is wrong with it is said", async () => {
  const bytes = writeSafetensors(model.tensors);
  const weights = { file: "tiny.safetensors", bytes: bytes.byteLength, sha256: (await sha256(bytes)) ?? "" };
  const load = (changes: object) =>
    loadModel("w", "tiny", async (url) =>
      url.endsWith(".json") ? Response.json({ ...CARD, weights, ...changes }) : new Response(bytes),
    );
  expect((await load({})).model).toMatchObject({ map: { name: "linear" }, grid: { values: 2 }, config: { rate: 0.5 } });
  await expect(load({ map: "unknown" })).rejects.toThrow(/no map "unknown" here; known: relational, plane, linear/);
  await expect(load({ config: { rate: 7 } })).rejects.toThrow(/config\.rate/);
  // The weights of a Sudoku map are others.
  await expect(load({ task: "sudoku" })).rejects.toThrow(/"w" of "tiny" has shape \[8,8\], its card needs \[729,729\]/);
});

test("a problem that is none of its task is refused in the task's words", () => {
  expect(recipeProblems({ ...recipe, puzzle: "3..." })).toEqual([
    "A 2 × 2 Latin square is 4 characters, 1, 2 or a dot.",
  ]);
});
