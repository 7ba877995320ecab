import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { beforeAll, expect, test } from "vitest";
import { damped, fixedPointsOf, orbit, planarBasins } from "../../analysis/planar";
import { createReferenceBackend } from "../../eqr/backend/referenceBackend";
import type { Model } from "../../eqr/model/model";
import { startState } from "../../eqr/noise/noise";
import { defaultRecipe } from "../../eqr/recipe/recipe";
import { outcomeAt } from "../../eqr/record/outcome";
import { appendFrame, createRecord, decodedAt } from "../../eqr/record/record";
import { createEngine } from "../../eqr/run/engine";
import { problemOf } from "../../tasks";
import { xor } from "../../tasks/xor/task";
import { planeNumbers } from "./numbers";
import { threeMemories, twoWells } from "./systems";
import { trainPlane } from "./train";

const INFO = { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null } as const;
const WINDOW = { reach: 5 };

beforeAll(async () => {
  await tf.setBackend("wasm");
});

async function run(model: Model, puzzle: string) {
  const recipe = { ...defaultRecipe(puzzle, ""), task: model.card.task, breadth: 6, depth: 200 };
  const engine = createEngine(createReferenceBackend(model, INFO), model);
  const record = createRecord(recipe);
  appendFrame(record, await engine.start(recipe));
  while (!record.end) {
    const { frames, end } = await engine.tick(32);
    for (const frame of frames) appendFrame(record, frame);
    record.end = end;
  }
  const ends = await Promise.all(
    Array.from({ length: recipe.breadth }, async (_, t) => engine.state(t, record.frames.length - 1)),
  );
  engine.dispose();
  return { recipe, record, ends };
}

test.each([
  ["two wells", twoWells(), "."],
  ["three memories", threeMemories(), "."],
])("%s: plain numbers go where the engine goes, start by start, and decode alike", async (_, model, puzzle) => {
  const { recipe, record, ends } = await run(model, puzzle);
  const numbers = planeNumbers(model, problemOf(recipe));
  const last = record.frames.length - 1;
  expect(record.end).toEqual({ kind: "settled" });
  for (const [t, end] of ends.entries()) {
    const [x = 0, y = 0] = startState(recipe.seed, t, 2);
    const at = orbit(damped(numbers.f, recipe.lambda), [x, y], 400).at(-1) ?? [0, 0];
    expect(Math.hypot(at[0] - (end[0] ?? 0), at[1] - (end[1] ?? 0))).toBeLessThan(2e-3);
    expect(numbers.decode(at)).toEqual(decodedAt(record, t, last));
    expect(outcomeAt(record, t, last)).toBe("settled-valid");
  }
});

test("two wells has two attractors and a saddle, and no attractor beyond a step size of 1 / 1.2", () => {
  const { f } = planeNumbers(twoWells(), problemOf({ task: "two-wells", puzzle: "." }));
  const stabilities = (lambda: number) =>
    fixedPointsOf(damped(f, lambda), WINDOW)
      .map(({ stability }) => stability)
      .sort();
  expect(stabilities(0.7)).toEqual(["saddle", "stable", "stable"]);
  expect(stabilities(0.82)).toEqual(["saddle", "stable", "stable"]);
  expect(stabilities(0.85)).toEqual(["saddle", "saddle", "unstable"]);
});

test("three memories holds each pattern in a basin of its own, a third of the plane", () => {
  const { f } = planeNumbers(threeMemories(), problemOf({ task: "three-memories", puzzle: "." }));
  const step = damped(f, 0.7);
  const points = fixedPointsOf(step, WINDOW);
  const stable = points.filter(({ stability }) => stability === "stable").map(({ at }) => at);
  expect(points.map(({ stability }) => stability).sort()).toEqual([
    "saddle",
    "saddle",
    "saddle",
    "stable",
    "stable",
    "stable",
    "unstable",
  ]);
  for (const at of stable) expect(Math.hypot(...at)).toBeGreaterThan(2);
  const { ends, size } = planarBasins(step, stable, WINDOW, 60, 300);
  for (const i of [0, 1, 2]) expect(ends.filter((end) => end === i).length / size ** 2).toBeCloseTo(1 / 3, 1);
});

test("a trained plane has an attractor for the one solution, and two with a saddle between where two solutions fit", () => {
  const before = tf.memory().numTensors;
  const training = trainPlane(3);
  const first = training.step();
  let last = first;
  for (let i = 1; i < 400; i++) last = training.step();
  const model = training.model();
  training.dispose();
  expect(tf.memory().numTensors).toBe(before);
  expect(last.loss).toBeLessThan(first.loss / 5);
  const attractors = (puzzle: string) => {
    const { f, decode } = planeNumbers(model, xor.read(puzzle));
    const points = fixedPointsOf(damped(f, 0.7), WINDOW);
    const stable = points.filter(({ stability }) => stability === "stable");
    return { count: points.length, grids: stable.map(({ at }) => decode(at).join("")).sort() };
  };
  expect(attractors("12.")).toEqual({ count: 1, grids: ["122"] });
  expect(attractors("1..")).toEqual({ count: 3, grids: ["111", "122"] });
});
