import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { randomModel } from "../../maps/relational/fixtures/randomModel";
import { problemOf } from "../../tasks";
import type { MapBackend } from "../backend/backend";
import { createReferenceBackend } from "../backend/referenceBackend";
import { startState } from "../noise/noise";
import { defaultRecipe, type Recipe, recipeProblems } from "../recipe/recipe";
import { createEngine } from "./engine";
import { termState } from "./termStart";

const D = 4;
const model = randomModel({ d: D });
const puzzle = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const recipe: Recipe = { ...defaultRecipe(puzzle, "random"), breadth: 3, depth: 12, seed: 11 };

let backend: MapBackend;
beforeAll(async () => {
  await tf.setBackend("wasm");
  backend = createReferenceBackend(model, { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null });
});

async function residuals(run: Recipe): Promise<number[][]> {
  const engine = createEngine(backend, model);
  await engine.start(run, { autofit: false });
  const { frames } = await engine.tick(run.depth);
  engine.dispose();
  return frames.map(({ residual }) => [...residual]);
}

describe("the state that terms name", () => {
  it("is the weighted sum of the starts", async () => {
    const terms = [
      { trajectory: 0, iterations: 0, weight: 0.5 },
      { trajectory: 70_000, iterations: 0, weight: -2 },
    ];
    const before = tf.memory().numTensors;
    const z = termState(backend, problemOf(recipe), recipe, terms);
    const [a, b] = [startState(11, 0, 729 * D), startState(11, 70_000, 729 * D)];
    const values = await z.data();
    for (const e of [0, 5, 729 * D - 1]) expect(values[e]).toBeCloseTo(0.5 * (a[e] ?? 0) - 2 * (b[e] ?? 0), 4);
    z.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it("holds states that lie further along", async () => {
    const plain = await residuals({ ...recipe, breadth: 1 });
    const begun = [{ trajectory: 0, iterations: 4, weight: 1 }];
    const later = await residuals({ ...recipe, breadth: 1, depth: 8, start: begun });
    expect(later).toEqual(plain.slice(4));
  });
});

it("replaces the start of the first trajectory alone", async () => {
  const own = await residuals(recipe);
  const start = [{ trajectory: 7, iterations: 0, weight: 1 }];
  const begun = await residuals({ ...recipe, start });
  expect(begun.map(([, ...others]) => others)).toEqual(own.map(([, ...others]) => others));
  expect(begun[0]?.[0]).not.toBe(own[0]?.[0]);
});

it("refuses what no recipe may name", () => {
  const term = { trajectory: 0, iterations: 0, weight: 1 };
  expect(recipeProblems({ ...recipe, start: [term] })).toEqual([]);
  const wrong = [
    { trajectory: -1 },
    { trajectory: 0.5 },
    { iterations: 5000 },
    { weight: Number.NaN },
    { weight: 1e9 },
  ];
  for (const part of wrong) expect(recipeProblems({ ...recipe, start: [{ ...term, ...part }] })).toHaveLength(1);
  expect(recipeProblems({ ...recipe, start: Array.from({ length: 5 }, () => term) })).toHaveLength(1);
});
