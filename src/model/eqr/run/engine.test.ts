import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { randomModel } from "../../maps/relational/fixtures/randomModel";
import type { MapBackend } from "../backend/backend";
import { createReferenceBackend } from "../backend/referenceBackend";
import { withSummaries } from "../fixtures/withSummaries";
import { defaultRecipe, FIELDS, type Recipe } from "../recipe/recipe";
import type { Frame } from "../record/frame";
import { createEngine, type Engine, type EngineOptions, type Tick } from "./engine";

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

/** A backend whose trajectories' residuals fall below every tolerance at these iterations. */
const withRowsAtRest = (from: readonly number[]) =>
  withSummaries(backend, ({ residual }, k) => {
    // Rows are trajectories in order, less those that have halted: the first rest first.
    const gone = from.length - residual.length;
    return { residual: residual.map((r, row) => (k > (from[row + gone] ?? 0) ? 1e-7 : Math.max(r, 0.1))) };
  });

/** A backend whose residuals are what the test says. */
const withResiduals = (residual: (k: number, t: number) => number) =>
  withSummaries(backend, (summary, k) => ({ residual: summary.residual.map((_, t) => residual(k, t)) }));

describe("trajectories that have halted", () => {
  /** Halts the trajectories by their halting logit, one after the other: at the default puzzle's own pace it differs. */
  const halting: Recipe = { ...recipe, depth: 120, haltBy: 1, haltRun: 5, sigma: 0.05 };
  /** The medians of q differ between trajectories; moved so that some halt early, some late. */
  const shifted = (by: number): Partial<MapBackend> => ({
    read: async (summaries) => (await backend.read(summaries)).map((one) => ({ ...one, q: one.q.map((q) => q + by) })),
  });

  it("stay as they are, cost nothing, and leave the others alone", async () => {
    const rows: number[] = [];
    const step: MapBackend["step"] = (z, ...rest) => {
      rows.push(z.shape[0] ?? 0);
      return backend.step(z, ...rest);
    };
    const residuals = withRowsAtRest([20, 60, 1000]);
    const engine = engineWith({ ...residuals, step });
    // Quiet where they come to rest, noisy after that.
    const annealed = { ...halting, haltBy: 0, noisyFor: 20, period: 40 };
    const compacted = await complete(engine, annealed, 7, false);
    expect(compacted.end).toEqual({ kind: "depth" });
    expect(rows).toHaveLength(120);
    expect([rows[24], rows[25], rows[64], rows[65], rows[119]]).toEqual([3, 2, 2, 1, 1]);
    expect(engine.spent.iterations).toBe(25 + 65 + 120);
    const [at30, at100] = [compacted.frames[30], compacted.frames[100]];
    expect(at100?.q[0]).toBe(at30?.q[0]);
    expect(at100?.digits.slice(0, 81)).toEqual(compacted.frames[25]?.digits.slice(0, 81));
    // The one that runs on is what it would have been alone.
    const alone = await complete(engineWith(), { ...annealed, haltRun: 0, breadth: 3 }, 7, false);
    expect(at100?.q[2]).toBe(alone.frames[100]?.q[2]);
    expect((await engine.beliefs(0, 110)).softmax).toEqual((await engine.beliefs(0, 25)).softmax);
    const fit = await engine.refit();
    expect(fit?.coords.every(Number.isFinite)).toBe(true);
    engine.dispose();
  });

  it("make the same frames whether they are taken out or not, whatever the ticks", async () => {
    const kept = await complete(engineWith(shifted(0.05), { compact: false }), halting, 9, false);
    const out = await complete(engineWith(shifted(0.05)), halting, 9, false);
    const single = await complete(engineWith(shifted(0.05)), halting, 1, false);
    expect(out.frames).toEqual(kept.frames);
    expect(single.frames).toEqual(kept.frames);
  });

  it("end the run at a count or a budget", async () => {
    const first = await complete(engineWith(withRowsAtRest([20, 60, 1000])), { ...recipe, depth: 90, stopCount: 1 }, 8);
    expect(first.end).toEqual({ kind: "stopped", halted: 1 });
    expect(first.frames.at(-1)?.k).toBe(20 + FIELDS.haltRun.default);
    const engine = engineWith();
    const poor = await complete(engine, { ...recipe, budget: 50 }, 16);
    expect(poor.end).toEqual({ kind: "budget", spent: 48 });
    expect(engine.spent.iterations).toBe(48);
    await expect(engine.start({ ...recipe, budget: 2 })).rejects.toThrow(/does not pay for one iteration of 3 starts/);
  });

  it("are named when they break, and the others go on", async () => {
    const breaking: Partial<MapBackend> = {
      read: async (summaries) =>
        (await backend.read(summaries)).map((one) => {
          if (one.residual.length === 3) broken++;
          return one.residual.length === 3 && broken > 10
            ? { ...one, residual: one.residual.map((r, t) => (t === 1 ? Number.NaN : r)) }
            : one;
        }),
    };
    let broken = 0;
    const { frames, end } = await complete(engineWith(breaking), recipe, 4);
    expect(end).toEqual({ kind: "depth" });
    expect(frames.map(({ residual }) => residual[1]).findLastIndex(Number.isFinite)).toBe(9);
    expect(frames.slice(1).every(({ residual }) => Number.isFinite(residual[0]) && Number.isFinite(residual[2]))).toBe(
      true,
    );
  });
});

describe("a run", () => {
  it("is the same however many iterations a tick makes", async () => {
    const noisy = { ...recipe, sigma: 0.05, noisyFor: 20 };
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

  it("takes its noise away after noisyFor", async () => {
    const warm = { ...recipe, sigma: 0.05, depth: 8 };
    const cooled = await complete(engineWith(), { ...warm, noisyFor: 4 }, 8);
    const never = await complete(engineWith(), warm, 8);
    expect(cooled.frames[4]?.q).toEqual(never.frames[4]?.q);
    expect(cooled.frames[5]?.q).not.toEqual(never.frames[5]?.q);
  });

  it("anneals: its noise comes back and goes with every period", async () => {
    const warm = { ...recipe, sigma: 0.05, depth: 12, haltRun: 0 };
    const annealed = await complete(engineWith(), { ...warm, noisyFor: 4, period: 6 }, 5);
    const cooled = await complete(engineWith(), { ...warm, noisyFor: 4 }, 12);
    expect(annealed.frames.slice(0, 7)).toEqual(cooled.frames.slice(0, 7));
    expect(annealed.frames[7]?.q).not.toEqual(cooled.frames[7]?.q);
  });

  it.each([1, 5, 100])("ends %i iterations a tick at the same place once all have settled", async (n) => {
    const engine = engineWith(withResiduals((k, t) => (k > 3 + t ? 1e-9 : 1)));
    const { frames, end } = await complete(engine, recipe, n);
    expect(end).toEqual({ kind: "settled" });
    expect(frames.at(-1)?.k).toBe(5 + FIELDS.haltRun.default);
    expect(await engine.tick(5)).toEqual({ frames: [], beliefs: null, reprojection: null, end: { kind: "settled" } });
  });

  it("goes on with a broken trajectory, which breaks no other", async () => {
    const poison = tf.tensor2d([0, Number.NaN, 0], [3, 1]);
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
    expect(await superseded).toEqual({ frames: [], beliefs: null, reprojection: null, end: null });
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
  it("is fitted once early and once at the end: in between it stays as it is", async () => {
    const { ticks, fits } = await complete(engineWith(), recipe, 100);
    expect(ticks.map(({ frames }) => frames.at(-1)?.k)).toEqual([16, 40]);
    expect(fits.map(({ basis }) => basis.id)).toEqual([1, 2]);
    expect(fits[0]?.basis).toMatchObject({ states: 51, fromK: 0, toK: 16 });
    expect([...(fits[0]?.ks ?? [])]).toEqual(Array.from({ length: 17 }, (_, k) => k));
    expect(fits[0]?.coords.length).toBe(17 * 3 * 3);
  });

  it("is fitted early where it is asked to be, and not again where that was done by hand", async () => {
    const engine = engineWith();
    await engine.start(recipe, { firstFit: 6 });
    const { frames, reprojection } = await engine.tick(100);
    expect(frames.at(-1)?.k).toBe(6);
    expect(reprojection?.basis).toMatchObject({ id: 1, toK: 6 });
    await engine.start(recipe);
    await engine.tick(3);
    expect((await engine.refit())?.basis).toMatchObject({ id: 1, toK: 3 });
    expect((await engine.tick(20)).reprojection).toBeNull();
  });

  it("places each new frame on the axes in force", async () => {
    const engine = engineWith();
    await engine.start(recipe);
    const [before] = (await engine.tick(1)).frames;
    expect([...(before?.coords ?? [])].every(Number.isNaN)).toBe(true);
    await engine.tick(15);
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

  it("is that of another page where its window is given, whatever was fitted there before", async () => {
    const there = engineWith();
    await complete(there, recipe, 7);
    const theirs = await there.refit();
    if (!theirs) throw new Error("There is something to fit.");
    expect(theirs.basis.window.k).toBe(40);
    for (const flipped of [theirs.basis.window.flipped, theirs.basis.window.flipped.map((f) => !f)]) {
      const here = engineWith();
      await here.start(recipe, { autofit: false, window: { k: 40, flipped: flipped as [boolean, boolean, boolean] } });
      const ticks: Tick[] = [];
      while (!ticks.at(-1)?.end) ticks.push(await here.tick(9));
      const [fit, ...others] = ticks.flatMap(({ reprojection }) => reprojection ?? []);
      const sign = flipped === theirs.basis.window.flipped ? 1 : -1;
      expect(others).toEqual([]);
      expect(fit?.basis.window).toEqual({ k: 40, flipped });
      fit?.coords.forEach((v, i) => {
        expect(sign * v).toBeCloseTo(theirs.coords[i] ?? Number.NaN, 3);
      });
    }
  });

  it("is fitted once at the window's iteration, on the way as well, and where the run ends before it", async () => {
    const engine = engineWith();
    const window = { k: 13, flipped: [false, false, false] as const };
    await engine.start(recipe, { autofit: false, window });
    const { frames, reprojection } = await engine.tick(40);
    expect(frames.at(-1)?.k).toBe(13);
    expect(reprojection?.basis).toMatchObject({ id: 1, window });
    expect((await engine.tick(40)).reprojection).toBeNull();
    await engine.start({ ...recipe, depth: 10 }, { autofit: false, window });
    expect((await engine.tick(40)).reprojection?.basis.window.k).toBe(10);
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
