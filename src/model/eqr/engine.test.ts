import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import type { MapBackend, Summary } from "./backend";
import { createEngine, type Engine, type EngineOptions, nextFit, type Tick } from "./engine";
import { randomModel } from "./fixtures/randomModel";
import type { Frame } from "./frame";
import { SETTLED_TAIL } from "./halting";
import { defaultRecipe, type Recipe } from "./recipe";
import { createReferenceBackend } from "./referenceBackend";

const model = randomModel({ d: 8 });
const puzzle = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const recipe: Recipe = { ...defaultRecipe(puzzle, "random"), breadth: 3, depth: 40, seed: 11 };

let backend: MapBackend;
beforeAll(async () => {
  await tf.setBackend("wasm");
  backend = createReferenceBackend(model, { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null });
});

/** Runs a recipe to its end in ticks of n iterations. */
async function complete(engine: Engine, recipe: Recipe, n: number, autofit = true) {
  const frames: Frame[] = [await engine.start(recipe, { autofit })];
  const ticks: Tick[] = [];
  while (!ticks.at(-1)?.end) {
    const tick = await engine.tick(n);
    ticks.push(tick);
    frames.push(...tick.frames);
  }
  const fits = ticks.flatMap(({ reprojection }) => reprojection ?? []);
  return { frames, ticks, fits, end: ticks.at(-1)?.end };
}

const engineWith = (changes: Partial<MapBackend> = {}, options?: EngineOptions) =>
  createEngine({ ...backend, ...changes }, model, options);

/** A backend whose residuals are what the test says. */
function withResiduals(residual: (k: number, t: number) => number): Partial<MapBackend> {
  let k = -1;
  const change = (summary: Summary): Summary => {
    k++;
    return { ...summary, residual: summary.residual.map((_, t) => residual(k, t)) };
  };
  return { read: async (summaries) => (await backend.read(summaries)).map(change) };
}

describe("a run", () => {
  it("is the same however many iterations a tick makes", async () => {
    const noisy = { ...recipe, sigma: 0.05, coolAt: 20 };
    const one = await complete(engineWith(), noisy, 1, false);
    const many = await complete(engineWith(), noisy, 7, false);
    expect(one.frames.map(({ k }) => k)).toEqual(Array.from({ length: 41 }, (_, k) => k));
    expect(many.frames).toEqual(one.frames);
    expect(many.end).toEqual({ kind: "depth" });
  });

  it("is made of trajectories that do not depend on one another", async () => {
    const noisy = { ...recipe, sigma: 0.05, depth: 6 };
    const wide = await complete(engineWith(), noisy, 3);
    const narrow = await complete(engineWith(), { ...noisy, breadth: 1 }, 3);
    wide.frames.forEach(({ residual, digits }, k) => {
      expect(residual[0]).toEqual(narrow.frames[k]?.residual[0]);
      expect(digits.slice(0, 81)).toEqual(narrow.frames[k]?.digits);
    });
  });

  it("takes its noise away after coolAt", async () => {
    const warm = { ...recipe, sigma: 0.05, depth: 8 };
    const cooled = await complete(engineWith(), { ...warm, coolAt: 4 }, 8);
    const never = await complete(engineWith(), warm, 8);
    expect(cooled.frames[4]?.q).toEqual(never.frames[4]?.q);
    expect(cooled.frames[5]?.q).not.toEqual(never.frames[5]?.q);
  });

  it.each([1, 5, 100])("ends %i iterations a tick at the same place once all have settled", async (n) => {
    const engine = engineWith(withResiduals((k, t) => (k > 3 + t ? 1e-9 : 1)));
    const { frames, end } = await complete(engine, recipe, n);
    expect(end).toEqual({ kind: "settled" });
    expect(frames.at(-1)?.k).toBe(5 + SETTLED_TAIL);
    expect(await engine.tick(5)).toEqual({ frames: [], reprojection: null, end: { kind: "settled" } });
  });

  it("goes on with a broken trajectory, which breaks no other", async () => {
    const poison = tf.tensor3d([0, Number.NaN, 0], [3, 1, 1]);
    const engine = engineWith({
      step: (z, x, axes, options) =>
        tf.tidy(() => backend.step(options.k === 3 ? tf.add(z, poison) : z, x, axes, options)),
    });
    const { frames, fits } = await complete(engine, recipe, 4);
    const whole = await complete(engineWith(), recipe, 4, false);
    expect(frames.length).toBe(whole.frames.length);
    const last = frames.at(-1);
    expect(last?.residual[1]).toBeNaN();
    expect(last?.residual[2]).toBe(whole.frames.at(-1)?.residual[2]);
    // The map is fitted on the others and has no place for the broken one.
    const [fit] = fits.slice(-1);
    expect(fit?.basis.explained[0]).toBeGreaterThan(0);
    expect([...(fit?.coords.slice(-9) ?? [])].map(Number.isFinite)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it("refuses a recipe out of its ranges, in words", async () => {
    await expect(engineWith().start({ ...recipe, breadth: 0 })).rejects.toThrow(
      /Breadth must be a whole number between 1/,
    );
    await expect(engineWith().tick(1)).rejects.toThrow(/No run/);
  });

  it("gives way to another start while a tick is awaited", async () => {
    const engine = engineWith();
    await engine.start(recipe);
    const superseded = engine.tick(4);
    const frame = await engine.start({ ...recipe, seed: 12 });
    expect(await superseded).toEqual({ frames: [], reprojection: null, end: null });
    expect(frame).toEqual(await engineWith().start({ ...recipe, seed: 12 }));
    expect((await engine.tick(2)).frames.map(({ k }) => k)).toEqual([1, 2]);
  });
});

describe("beliefs", () => {
  it("are the same whether the state was kept or is computed again", async () => {
    const noisy = { ...recipe, sigma: 0.05 };
    const [all, few] = [engineWith(), engineWith({}, { historyBytes: 0 })];
    await complete(all, noisy, 8);
    await complete(few, noisy, 8);
    for (const k of [0, 1, 13, 40]) {
      expect(await few.state(2, k)).toEqual(await all.state(2, k));
      const beliefs = await few.beliefs(2, k);
      expect(beliefs).toEqual(await all.beliefs(2, k));
      expect(beliefs.softmax.length).toBe(729);
    }
  });

  it("of an iteration or trajectory that does not exist are refused", async () => {
    const engine = engineWith();
    await engine.start(recipe);
    await expect(engine.beliefs(0, 1)).rejects.toThrow(/no iteration 1 of trajectory 0/);
    await expect(engine.beliefs(3, 0)).rejects.toThrow(RangeError);
  });
});

describe("the trajectory map", () => {
  it("is fitted at iterations 4, 8, 16, ... and at the end", async () => {
    expect([0, 3, 4, 7, 8, 100].map(nextFit)).toEqual([4, 4, 8, 8, 16, 128]);
    const { ticks, fits } = await complete(engineWith(), recipe, 100);
    expect(ticks.map(({ frames }) => frames.at(-1)?.k)).toEqual([4, 8, 16, 32, 40]);
    expect(fits.map(({ basis }) => basis.id)).toEqual([1, 2, 3, 4, 5]);
    expect(fits[1]?.basis).toMatchObject({ states: 27, fromK: 0, toK: 8 });
    expect([...(fits[0]?.ks ?? [])]).toEqual([0, 1, 2, 3, 4]);
    expect(fits[0]?.coords.length).toBe(5 * 3 * 3);
  });

  it("places each new frame on the axes in force", async () => {
    const engine = engineWith();
    await engine.start(recipe);
    const [before] = (await engine.tick(1)).frames;
    expect([...(before?.coords ?? [])].every(Number.isNaN)).toBe(true);
    await engine.tick(3);
    const { frames } = await engine.tick(2);
    const last = frames.at(-1)?.coords ?? new Float32Array();
    // Projecting again after a fit on the same states gives the same places.
    engine.setAutofit(false);
    const first = await engine.refit();
    const second = await engine.refit();
    expect(last.every(Number.isFinite)).toBe(true);
    (first?.coords ?? []).forEach((v, i) => {
      expect(second?.coords[i]).toBeCloseTo(v, 3);
    });
  });

  it("does not flip: coordinates agree in sign from fit to fit", async () => {
    const { fits } = await complete(engineWith(), recipe, 1);
    fits.slice(1).forEach(({ coords }, i) => {
      const before = fits[i]?.coords ?? new Float32Array();
      let agreement = 0;
      for (let j = 0; j < before.length; j += 3) agreement += (before[j] ?? 0) * (coords[j] ?? 0);
      expect(agreement).toBeGreaterThan(0);
    });
  });

  it("stays as it is while frozen, and is fitted on demand", async () => {
    const engine = engineWith();
    const { fits } = await complete(engine, recipe, 100, false);
    expect(fits).toEqual([]);
    expect((await engine.refit())?.basis).toMatchObject({ id: 1, toK: 40 });
  });

  it("has no axes for a single state, and zeros where nothing varies", async () => {
    const engine = engineWith();
    await engine.start({ ...recipe, breadth: 1 }, { fits: 6 });
    expect(await engine.refit()).toBeNull();
    await engine.tick(1);
    const fit = await engine.refit();
    expect(fit?.basis.id).toBe(7);
    expect(fit?.basis.explained[0]).toBeCloseTo(1, 6);
    expect(fit?.basis.explained.slice(1)).toEqual([0, 0]);
    expect([...(fit?.coords ?? [])].every(Number.isFinite)).toBe(true);
  });
});

it("lets the backend give back memory when the size of a state changes", async () => {
  let trimmed = 0;
  const engine = engineWith({ trim: () => trimmed++ });
  for (const breadth of [3, 3, 2, 2, 3]) await engine.start({ ...recipe, breadth });
  expect(trimmed).toBe(3);
  engine.dispose();
});

it("keeps no more states than its budget and gives all tensors back", async () => {
  const before = tf.memory().numTensors;
  const engine = engineWith({}, { historyBytes: 5 * 3 * 729 * 8 * 4 });
  await complete(engine, { ...recipe, depth: 100 }, 3);
  const { fits } = await complete(engine, recipe, 3);
  expect(fits.at(-1)?.ks.length).toBeLessThanOrEqual(5);
  await engine.beliefs(0, 3);
  engine.dispose();
  // The reference backend keeps two small tensors for the axes it last used.
  expect(tf.memory().numTensors - before).toBeLessThanOrEqual(2);
});
