import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { fileFetch, WEIGHTS_URL } from "../../../../scripts/tools/fileFetch";
import { loadModel } from "../../maps/loadModel";
import { randomModel } from "../../maps/relational/fixtures/randomModel";
import { problemOf, supposed } from "../../tasks";
import { withSummaries } from "../fixtures/withSummaries";
import { loadIndex } from "../model/loadFiles";
import type { Model } from "../model/model";
import { startState } from "../noise/noise";
import { cycleAt, nudgeCycles, nudgeEvents } from "../nudges/nudgeRecord";
import { defaultRecipe, FIELDS, type Recipe } from "../recipe/recipe";
import type { Frame } from "../record/frame";
import { appendFrame, createRecord, phaseAt, type RunRecord, suppositionsAt } from "../record/record";
import type { Summary } from "../record/summary";
import { createEngine, type EngineOptions } from "../run/engine";
import { withFreshStarts } from "../run/freshStart";
import type { MapBackend } from "./backend";
import { createReferenceBackend } from "./referenceBackend";

const D = 8;
const random = randomModel({ d: D });
const puzzle = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const recipe: Recipe = { ...defaultRecipe(puzzle, "random"), breadth: 2, depth: 150, seed: 11, nudges: 2, sigma: 0.05 };

let backend: MapBackend;
beforeAll(async () => {
  await tf.setBackend("wasm");
  backend = open(random);
});

function open(model: Model): MapBackend {
  return createReferenceBackend(model, { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null });
}

interface Setting {
  readonly changes?: Partial<MapBackend>;
  readonly options?: EngineOptions;
  readonly tick?: number;
  readonly model?: Model;
}

/** Runs a recipe to its end. */
async function run(recipe: Recipe, { changes = {}, options, tick = 32, model = random }: Setting = {}) {
  const engine = createEngine({ ...backend, ...changes }, model, options);
  const record = createRecord(recipe);
  appendFrame(record, await engine.start(recipe, { autofit: false }));
  while (!record.end) {
    const { frames, end } = await engine.tick(tick);
    for (const frame of frames) appendFrame(record, frame);
    record.end = end;
  }
  return { engine, record };
}

/** A backend whose halting logits are what the test says. */
const withQ = (q: (k: number, t: number) => number) =>
  withSummaries(backend, (summary, k) => ({ q: summary.q.map((_, t) => q(k, t)) }));

const events = (record: RunRecord, t: number) => nudgeEvents(record, t).map(({ kind, k }) => `${k} ${kind}`);
const rowOf = ({ residual, q, digits, hypotheses, phase, cycle }: Frame, t: number) => ({
  numbers: [residual[t], q[t], phase?.[t], cycle?.[t]],
  digits: digits.slice(t * 81, t * 81 + 81),
  hypotheses: hypotheses?.slice(t * 81, t * 81 + 81),
});

describe("a nudged run", () => {
  it("cycles by the protocol where the network never believes", async () => {
    const { record } = await run(recipe);
    for (const t of [0, 1])
      expect(events(record, t)).toEqual([
        "32 hypothesis",
        "48 hypothesis",
        "64 expired",
        "96 hypothesis",
        "112 hypothesis",
        "128 expired",
      ]);
    const [first, second] = [0, 1].map((t) => nudgeCycles(record, t).map(({ hypotheses }) => hypotheses));
    expect(first).not.toEqual(second);
    expect(record.end).toEqual({ kind: "depth" });
  });

  it("is the same however many iterations a tick makes", async () => {
    const many = await run(recipe, { tick: 64 });
    expect((await run(recipe, { tick: 1 })).record.frames).toEqual(many.record.frames);
    expect((await run(recipe, { tick: 7 })).record.frames).toEqual(many.record.frames);
  });

  it("is made of trajectories that do not depend on one another", async () => {
    const [wide, narrow] = [await run({ ...recipe, breadth: 3 }), await run({ ...recipe, breadth: 1 })];
    wide.record.frames.forEach((frame, k) => {
      expect(rowOf(frame, 0)).toEqual(rowOf(narrow.record.frames[k] as Frame, 0));
    });
  });

  it("is the pure run until the first hypothesis, and has no marks without nudges", async () => {
    const pure = (await run({ ...recipe, nudges: 0, depth: 40 })).record.frames;
    const nudged = (await run({ ...recipe, depth: 40 })).record.frames;
    expect(nudged[32]?.digits).toEqual(pure[32]?.digits);
    expect(nudged[32]?.residual).toEqual(pure[32]?.residual);
    expect(nudged[33]?.residual).not.toEqual(pure[33]?.residual);
    expect(pure[33]).toMatchObject({ hypotheses: null, phase: null, cycle: null });
  });

  it("steps under the hypotheses of its frame, and from the z_0 of the cycle after a fresh start", async () => {
    const still = { ...recipe, sigma: 0, depth: 66 };
    const { record, engine } = await run(still);
    const options = { seed: recipe.seed, lambda: recipe.lambda, sigma: 0, first: 1 };
    // By hand: z_65 of the second trajectory from z_0 of cycle 1, under the puzzle alone.
    const fresh = tf.tensor2d(startState(recipe.seed, 1, 729 * D, 1), [1, 729 * D]);
    const after = backend.step(fresh, backend.condition([problemOf(recipe).input]), null, { ...options, k: 65 });
    const [summary] = await backend.read([after.summary]);
    expect(record.frames[65]?.residual[1]).toBe(summary?.residual[0]);
    expect(record.frames[65]?.q[1]).toBe(summary?.q[0]);
    expect(cycleAt(record, 1, 65)).toBe(1);
    // And z_50 is one step from z_49 under both hypotheses.
    const hypotheses = [...(suppositionsAt(record, 1, 50) ?? [])].flatMap((value, cell) =>
      value ? [{ cell, value }] : [],
    );
    expect(hypotheses).toHaveLength(2);
    const z49 = await stateOf(still, 49);
    const step = backend.step(z49, backend.condition([supposed(problemOf(recipe), hypotheses)]), null, {
      ...options,
      k: 50,
    });
    expect((await backend.read([step.summary]))[0]?.q[0]).toBe(record.frames[50]?.q[1]);
    engine.dispose();
  });

  /** z_k of the second trajectory, caught as the engine makes it. */
  async function stateOf(recipe: Recipe, k: number): Promise<tf.Tensor> {
    let caught: tf.Tensor | null = null;
    const catching: MapBackend["step"] = (z, x, axes, options) => {
      const made = backend.step(z, x, axes, options);
      if (options.k === k) caught = tf.slice(made.z, [1, 0], [1, -1]);
      return made;
    };
    await run(recipe, { changes: { step: catching } });
    return caught ?? expect.unreachable();
  }

  it("releases what the network believes, accepts what rests believed, and begins again with the rest", async () => {
    // Believed from 40 on; the second trajectory's belief is gone by 60. Both are at rest from 70 on.
    const believed = settling(
      withQ((k, t) => (k >= 40 && (t === 0 || k < 60) ? 3 : 0)),
      70,
    );
    // withQ goes by rows, which are the trajectories only as long as none is taken out.
    const { record } = await run(recipe, { changes: believed, options: { compact: false } });
    expect(events(record, 0)).toEqual(["32 hypothesis", "40 released", "72 accepted"]);
    expect(events(record, 1).slice(0, 4)).toEqual(["32 hypothesis", "40 released", "72 rejected", "104 hypothesis"]);
    expect([40, 41, 71, 72, 73].map((k) => phaseAt(record, 0, k))).toEqual([
      "nudged",
      "releasing",
      "releasing",
      "accepted",
      "accepted",
    ]);
    expect([72, 73].map((k) => [phaseAt(record, 1, k), cycleAt(record, 1, k)])).toEqual([
      ["releasing", 0],
      ["settling", 1],
    ]);
    // From the acceptance on it goes on as the pure dynamics would: under the puzzle, from where it was.
    expect(nudgeCycles(record, 0)).toHaveLength(1);
    expect(record.frames.slice(41).every((frame) => hypothesesOf(frame, 0).every((digit) => digit === 0))).toBe(true);
  });

  it("ends when all are accepted and have rested, with noise before the release or without", async () => {
    const accepted = 8 + FIELDS.haltRun.default - 1;
    for (const sigma of [recipe.sigma, 0]) {
      const { record } = await run({ ...recipe, sigma }, { changes: settling(withQ(() => 3)) });
      expect(record.end).toEqual({ kind: "settled" });
      expect(record.frames.at(-1)?.k).toBe(accepted);
    }
    // Believed, but never at rest: given up 64 iterations after the release.
    const restless = await run(recipe, { changes: withQ(() => 3) });
    expect(restless.record.end).toEqual({ kind: "depth" });
    expect(events(restless.record, 0)).toEqual([
      "4 released",
      "68 rejected",
      "72 released",
      "136 rejected",
      "140 released",
    ]);
  });

  it("makes no noise from the release on, and makes it again after a fresh start", async () => {
    const noises = new Map<number, readonly number[]>();
    const step: MapBackend["step"] = (z, x, axes, options) => {
      noises.set(options.k, options.rows?.map(({ sigma }) => sigma) ?? []);
      return backend.step(z, x, axes, options);
    };
    // The second trajectory is never believed.
    const changes = { ...withQ((k, t) => (t === 0 && k < 60 ? 3 : 0)), step };
    await run({ ...recipe, depth: 70 }, { changes, options: { compact: false } });
    const { sigma } = recipe;
    expect([4, 5, 60, 61].map((k) => noises.get(k))).toEqual([
      [sigma, sigma],
      [0, sigma],
      [0, sigma],
      [sigma, sigma],
    ]);
  });

  it("gives way to another start while a look is awaited", async () => {
    // The softmax that the first hypothesis needs comes only after the other start.
    let arrive = () => {};
    let look = () => {};
    const looked = new Promise<void>((resolve) => {
      look = resolve;
    });
    const beliefs: MapBackend["beliefs"] = async (z, row) => {
      const softmax = await backend.beliefs(z, row);
      await new Promise<void>((resolve) => {
        arrive = resolve;
        look();
      });
      return softmax;
    };
    const one = { ...recipe, breadth: 1 };
    const engine = createEngine({ ...backend, beliefs }, random);
    await engine.start(one, { autofit: false });
    for (let k = 0; k < 28; k += 4) await engine.tick(4);
    const superseded = engine.tick(4);
    await looked;
    const frame = await engine.start({ ...one, seed: 12 });
    const tensors = tf.memory().numTensors;
    arrive();
    expect((await superseded).frames).toEqual([]);
    expect(tf.memory().numTensors).toBe(tensors);
    expect(frame).toEqual(await createEngine(backend, random).start({ ...one, seed: 12 }));
    engine.dispose();
  });
});

/** The same backend, with residuals as of a fixed point from iteration `from` on; it is read in order. */
function settling({ read = backend.read }: Partial<MapBackend>, from = 1): Partial<MapBackend> {
  let k = -1;
  const still = (summary: Summary): Summary => {
    k++;
    return k < from ? summary : { ...summary, residual: summary.residual.fill(1e-9) };
  };
  return { read: async (summaries) => (await read(summaries)).map(still) };
}

const hypothesesOf = ({ hypotheses }: Frame, t: number) =>
  hypotheses?.subarray(t * 81, t * 81 + 81) ?? new Uint8Array();

describe("beliefs of a nudged run", () => {
  it("are the same whether the state was kept or is computed again, under hypotheses and across fresh starts", async () => {
    const { engine: all } = await run(recipe);
    const { engine: few } = await run(recipe, { options: { historyBytes: 0 } });
    for (const k of [0, 32, 33, 49, 57, 64, 65, 66, 100, 129, 150])
      expect(await few.beliefs(1, k)).toEqual(await all.beliefs(1, k));
    // Some states are kept: the replay begins at those, not at the start.
    const { engine: some } = await run(recipe, { options: { historyBytes: 6 * 2 * 729 * D * 4 } });
    for (const k of [1, 47, 66, 95, 97, 127, 131]) expect(await some.beliefs(0, k)).toEqual(await all.beliefs(0, k));
  });
});

it("gives all tensors back", async () => {
  const before = tf.memory().numTensors;
  const { engine } = await run(recipe, { options: { historyBytes: 0 } });
  await engine.beliefs(1, 100);
  engine.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

it("puts fresh starts in place of some rows and leaves the others as they are", () => {
  const before = tf.memory().numTensors;
  const z = backend.start(3, 0, 3);
  const replaced = withFreshStarts(backend, z, 3, [{ row: 1, trajectory: 7, cycle: 2 }]);
  expect(replaced.shape).toEqual([3, 729 * D]);
  const rows = tf.unstack(replaced).map((row) => row.dataSync<"float32">());
  expect(rows[0]).toEqual(startState(3, 0, 729 * D));
  expect(rows[1]).toEqual(startState(3, 7, 729 * D, 2));
  expect(rows[2]).toEqual(startState(3, 2, 729 * D));
  tf.dispose([z, replaced]);
  expect(tf.memory().numTensors).toBe(before + 3);
});

it("keeps to the protocol with trained weights, whatever they have learnt", async () => {
  const { elsewhere: name } = (await loadIndex(WEIGHTS_URL, fileFetch)).default;
  const { model } = await loadModel(WEIGHTS_URL, name, fileFetch);
  const hard = "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..";
  const trained = open(model);
  const own = { ...recipe, puzzle: hard, breadth: 1, depth: 100, lambda: 0.75, sigma: 0.1 };
  const { record, engine } = await run(own, { changes: trained, model });
  for (const { k, q, hypotheses } of record.frames) {
    const set = [...(hypotheses ?? [])].filter((digit) => digit > 0);
    expect(set.length).toBeLessThanOrEqual(2);
    expect([...(hypotheses ?? [])].every((digit, cell) => digit === 0 || hard[cell] === ".")).toBe(true);
    // Where it believed at a look, no hypothesis stands in the next step.
    if (k > 0 && k % 4 === 0 && (q[0] ?? 0) > 2) expect(suppositionsAt(record, 0, k + 1)?.some(Boolean)).not.toBe(true);
  }
  expect(nudgeCycles(record, 0).length).toBeGreaterThan(0);
  engine.dispose();
  trained.dispose();
});
