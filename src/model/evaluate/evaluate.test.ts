import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { scalesOf } from "../analysis/scales";
import type { MapBackend, NoiseRow } from "../eqr/backend/backend";
import { createReferenceBackend } from "../eqr/backend/referenceBackend";
import { defaultRecipe } from "../eqr/recipe/recipe";
import { rankAt } from "../eqr/recipe/selection";
import { appendFrame, createRecord, decodedAt, isSettled, residualAt } from "../eqr/record/record";
import type { Summary } from "../eqr/record/summary";
import { createEngine } from "../eqr/run/engine";
import { createLab } from "../lab/lab";
import { randomModel } from "../maps/relational/fixtures/randomModel";
import { type Answer, evaluate } from "./evaluate";

const model = randomModel({ d: 4, blocks: 1 });
const givens = Array.from({ length: 15 }, (_, i) => `${".".repeat(i)}${(i % 9) + 1}${".".repeat(80 - i)}`);
const recipe = { ...defaultRecipe("", "random"), depth: 6, tolerance: 1e-2 };

let backend: MapBackend;
beforeAll(async () => {
  await tf.setBackend("wasm");
  backend = createReferenceBackend(model, { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null });
});

async function answers(changes: Partial<typeof recipe>, backendUsed = backend): Promise<Answer[]> {
  const list: Answer[] = [];
  const request = { recipe: { ...recipe, ...changes }, puzzles: givens, select: "residual" } as const;
  for await (const some of evaluate(createLab(backendUsed), request)) list.push(...some);
  return list.sort((a, b) => a.index - b.index);
}

/** Copies rows of tensors over others where they lie, as a GPU does. */
const replace: NonNullable<MapBackend["replace"]> = (into, rows) => {
  const wasm = tf.backend() as BackendWasm;
  const heap = (tensor: tf.Tensor) => wasm.typedArrayFromHeap(tensor);
  const width = into.size / (into.shape[0] ?? 1);
  for (const { to, z, row } of rows) heap(into).set(heap(z).subarray(row * width, (row + 1) * width), to * width);
};

/** A backend whose halting logits are what the test says of a row of the batch. */
function withQ(q: (row: number) => number): MapBackend {
  return {
    ...backend,
    read: async (summaries) => (await backend.read(summaries)).map((s) => ({ ...s, q: s.q.map((_, row) => q(row)) })),
  };
}

/** The same backend, whose rows of the batch are at rest where the test says so. */
function resting(base: MapBackend, rests: (row: number) => boolean): MapBackend {
  const residual = ({ residual }: Summary) => residual.map((_, row) => (rests(row) ? 1e-9 : 1));
  return {
    ...base,
    read: async (summaries) => (await base.read(summaries)).map((s) => ({ ...s, residual: residual(s) })),
  };
}

/** A backend whose residuals are what the test says of a trajectory at an iteration. */
function withResidual(residual: (row: NoiseRow) => number): MapBackend {
  let rows: readonly NoiseRow[] = [];
  return {
    ...backend,
    step(z, x, axes, options) {
      rows = options.rows ?? [];
      return backend.step(z, x, axes, options);
    },
    read: async (summaries) =>
      (await backend.read(summaries)).map((s) => ({ ...s, residual: Float32Array.from(rows, residual) })),
  };
}

describe("evaluate", () => {
  it.each([
    { breadth: 1, sigma: 0 },
    { breadth: 1, sigma: 0.1 },
    { breadth: 5, sigma: 0.1 },
    { breadth: 5, sigma: 0.1, noisyFor: 3 },
    { breadth: 5, sigma: 0.1, noisyFor: 2, period: 3 },
    { breadth: 13, sigma: 0 },
  ])("answers as the engine does, puzzle by puzzle: %o", async (changes) => {
    const batch = await answers(changes);
    expect(batch.map(({ index }) => index)).toEqual(givens.map((_, i) => i));
    const engine = createEngine(backend, model);
    for (const index of [0, 7, 14]) {
      const own = { ...recipe, ...changes, puzzle: givens[index] ?? "" };
      const record = createRecord(own);
      appendFrame(record, await engine.start(own, { autofit: false }));
      for (const frame of (await engine.tick(own.depth)).frames) appendFrame(record, frame);
      const [best = -1] = rankAt(record, own.depth, "residual");
      expect(batch[index]).toMatchObject({
        index,
        guesses: null,
        grid: decodedAt(record, best, own.depth).join(""),
        iterations: own.depth,
        accepted: false,
        settled: isSettled(record, best, own.depth),
        cycles: own.breadth,
        residual: residualAt(record, best, own.depth),
        q: record.frames[own.depth]?.q[best],
      });
    }
    engine.dispose();
  });

  it.each(["residual", "vote", "q"] as const)(
    "marks by %s what runs of less depth and breadth answer, also where they settle early",
    async (select) => {
      // The first two starts rest from iteration 2 on: the runs of breadth 1 and 2 end at iteration 4.
      const own = { ...recipe, breadth: 5, depth: 6 };
      const restful = withResidual(({ trajectory, k }) => (trajectory < 2 && k >= 2 ? 1e-9 : 1 / (k + trajectory)));
      const run = async (changes: Partial<typeof recipe>) => {
        const list: Answer[] = [];
        const request = { recipe: { ...own, ...changes }, puzzles: givens.slice(0, 4), select };
        for await (const some of evaluate(createLab(restful), request)) list.push(...some);
        return list.sort((a, b) => a.index - b.index);
      };
      const { depths, breadths } = scalesOf(own);
      expect([depths, breadths]).toEqual([
        [1, 2, 4, 6],
        [1, 2, 4, 5],
      ]);
      const whole = await run({});
      expect((await run({ breadth: 2 })).map(({ iterations }) => iterations)).toEqual([4, 4, 4, 4]);
      for (const [row, depth] of depths.entries())
        for (const [column, breadth] of breadths.entries()) {
          const less = await run({ depth, breadth });
          const marked = whole.map(({ marks }) => marks.grids[marks.table[row * breadths.length + column] ?? -1]);
          expect(marked, `depth ${depth}, breadth ${breadth}`).toEqual(less.map(({ grid }) => grid));
        }
    },
  );

  it.each([
    { breadth: 1, sigma: 0.1, depth: 40 },
    { breadth: 5, sigma: 0, depth: 6 },
    { breadth: 3, sigma: 0.1, depth: 13, tolerance: 0.5 },
    { breadth: 2, nudges: 2, depth: 70, sigma: 0.05 },
  ])("answers the same as a GPU's queue does: %o", async (changes) => {
    const alone = await answers(changes);
    const onGpu: MapBackend = { ...backend, info: { ...backend.info, kind: "webgpu" } };
    expect(await answers(changes, onGpu)).toEqual(alone);
    expect(await answers(changes, { ...onGpu, replace })).toEqual(alone);
  });

  it("answers with what a start held where it was last without noise", async () => {
    // Iteration 6 is noisy: the run of depth 6 answers what that of depth 5 does.
    const annealed = { breadth: 5, sigma: 0.2, noisyFor: 3, period: 5 };
    const [five, six] = [await answers({ ...annealed, depth: 5 }), await answers({ ...annealed, depth: 6 })];
    expect(six.map(({ iterations }) => iterations)).toEqual(givens.map(() => 6));
    const told = (list: Answer[]) => list.map(({ grid, residual, q }) => ({ grid, residual, q }));
    expect(told(six)).toEqual(told(five));
  });

  it("lets a puzzle go that settles in a quiet stretch, and no other", async () => {
    const restful = withResidual(() => 1e-9);
    const iterationsOf = async (schedule: Partial<typeof recipe>) =>
      new Set(
        (await answers({ breadth: 2, depth: 12, sigma: 0.1, ...schedule }, restful)).map(
          ({ iterations }) => iterations,
        ),
      );
    expect(await iterationsOf({})).toEqual(new Set([12]));
    expect(await iterationsOf({ noisyFor: 4, period: 6 })).toEqual(new Set([12]));
    expect(await iterationsOf({ noisyFor: 3, period: 6 })).toEqual(new Set([6]));
    expect(await iterationsOf({ noisyFor: 4 })).toEqual(new Set([7]));
  });

  it("lets a puzzle go once as many starts have settled as the recipe stops after", async () => {
    // Start t rests from iteration t + 2 on.
    const restful = withResidual(({ trajectory, k }) => (k >= trajectory + 2 ? 1e-9 : 1));
    const own = { breadth: 3, depth: 8 };
    for (const [stopCount, iterations, breadths] of [
      [0, 6, 3],
      [1, 4, 1],
      [2, 5, 1],
      [3, 6, 3],
    ] as const) {
      const list = await answers({ ...own, stopCount }, restful);
      expect(new Set(list.map((answer) => answer.iterations))).toEqual(new Set([iterations]));
      expect(new Set(list.map(({ settled }) => settled))).toEqual(new Set([true]));
      expect(list[0]?.marks.table).toHaveLength(scalesOf({ ...recipe, ...own }).depths.length * breadths);
    }
  });

  it("lets a settled puzzle go and takes the next", async () => {
    // Residuals by row: every second puzzle of a batch settles at once.
    const settling: MapBackend = {
      ...backend,
      read: async (summaries) =>
        (await backend.read(summaries)).map((s) => ({ ...s, residual: s.residual.map((_, i) => (i % 2 ? 1 : 1e-9)) })),
    };
    const list = await answers({ breadth: 1 }, settling);
    expect(list).toHaveLength(15);
    expect(new Set(list.map(({ iterations }) => iterations))).toEqual(new Set([3, 6]));
  });

  it("counts a grid as accepted that the network believes in, whether or not it is right", async () => {
    const list = await answers(
      { breadth: 1 },
      withQ((row) => (row % 2 ? 3 : 1)),
    );
    expect(new Set(list.map(({ q, accepted }) => accepted === q > 2))).toEqual(new Set([true]));
    expect(list.filter(({ accepted }) => accepted).length).toBeGreaterThan(0);
  });

  it("answers nothing for no puzzles, and leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    for await (const _ of evaluate(createLab(backend), { recipe, puzzles: [], select: "residual" }))
      expect.unreachable();
    await answers({ breadth: 2 });
    await answers({ breadth: 2, nudges: 1, depth: 52, sigma: 0.1 });
    expect(tf.memory().numTensors).toBe(before);
  });
});

it.each([{ sigma: 0.1 }, { sigma: 0.1, noisyFor: 2, period: 3 }, { sigma: 0.1, nudges: 2, depth: 38 }])(
  "answers the same in larger batches with fewer readbacks, as on a graphics processor: %o",
  async (changes) => {
    const gpu: MapBackend = { ...backend, info: { ...backend.info, kind: "webgpu" } };
    const own = { recipe: { ...recipe, breadth: 2, ...changes }, puzzles: givens, select: "q" } as const;
    const all = async (backend: MapBackend, now?: () => number) => {
      const list: Answer[] = [];
      for await (const some of evaluate(createLab(backend, { now }), own)) list.push(...some);
      return list.sort((a, b) => a.index - b.index);
    };
    // A clock that stands still: every slice counts as short, and the batch grows.
    expect(await all(gpu, () => 0)).toEqual(await all(backend));
  },
);

describe("evaluate with nudges", () => {
  const nudged = { nudges: 2, sigma: 0.1, depth: 70 };

  it.each([
    // Under two hypotheses, and in the second cycle: the first one expired at iteration 64.
    { breadth: 1, depth: 60, cycles: 1 },
    { breadth: 2, depth: 60, cycles: 1 },
    { breadth: 2, depth: 70, cycles: 2 },
  ])("goes the engine's way through cycles, puzzle by puzzle: %o", async ({ breadth, depth, cycles }) => {
    const batch = await answers({ ...nudged, breadth, depth });
    expect(batch.map(({ index }) => index)).toEqual(givens.map((_, i) => i));
    const engine = createEngine(backend, model);
    for (const index of [0, 1, 14]) {
      const own = { ...recipe, ...nudged, breadth, depth, puzzle: givens[index] ?? "" };
      const record = createRecord(own);
      appendFrame(record, await engine.start(own, { autofit: false }));
      while (!record.end) {
        const { frames, end } = await engine.tick(64);
        for (const frame of frames) appendFrame(record, frame);
        record.end = end;
      }
      const t = breadth === 2 && residualAt(record, 1, depth) < residualAt(record, 0, depth) ? 1 : 0;
      expect(batch[index]).toMatchObject({
        grid: decodedAt(record, t, depth).join(""),
        iterations: depth,
        accepted: false,
        cycles: cycles * breadth,
        residual: residualAt(record, t, depth),
      });
    }
    engine.dispose();
  });

  it("draws the hypotheses of each row from the softmax of that row", async () => {
    const asked: number[] = [];
    const beliefs: MapBackend["beliefs"] = (z, row) => {
      asked.push(row);
      return backend.beliefs(z, row);
    };
    await answers({ ...nudged, breadth: 2, depth: 33 }, { ...backend, beliefs });
    // Fifteen puzzles, six at a time.
    expect(asked).toEqual([12, 12, 6].flatMap((rows) => Array.from({ length: rows }, (_, row) => row)));
  });

  it("ends a puzzle with its first accepted start, and takes the next", async () => {
    // The puzzles in even rows are believed, and at rest: released at the first look, at iteration 4, accepted at the next.
    let rows: readonly NoiseRow[] = [];
    const early: MapBackend = {
      ...backend,
      step(z, x, axes, options) {
        rows = options.rows ?? [];
        return backend.step(z, x, axes, options);
      },
      read: async (summaries) =>
        (await backend.read(summaries)).map((s) => ({
          ...s,
          q: Float32Array.from(rows, ({ k }, row) => (row % 2 === 0 && k <= 8 ? 3 : 0)),
        })),
    };
    const list = await answers(
      { ...nudged, breadth: 1 },
      resting(early, () => true),
    );
    expect(list).toHaveLength(15);
    expect(new Set(list.map(({ accepted, settled, iterations }) => `${accepted} ${settled} ${iterations}`))).toEqual(
      new Set(["true true 8", "false false 70"]),
    );
  });

  it("accepts nothing that does not rest", async () => {
    const restless = resting(
      withQ(() => 3),
      () => false,
    );
    const list = await answers({ ...nudged, breadth: 1 }, restless);
    expect(list.some(({ accepted, settled }) => accepted || settled)).toBe(false);
    expect(new Set(list.map(({ iterations, cycles }) => `${iterations} ${cycles}`))).toEqual(new Set(["70 2"]));
  });

  it("chooses the accepted one of several starts", async () => {
    // The first start is the nearer to rest, but only the second is believed.
    const believed = withQ((row) => (row % 2 ? 3 : 0));
    const nearer: MapBackend = {
      ...believed,
      read: async (summaries) =>
        (await believed.read(summaries)).map((s) => ({
          ...s,
          residual: s.residual.map((_, row) => (row % 2 ? 1e-6 : 1e-9)),
        })),
    };
    const list = await answers({ ...nudged, breadth: 2 }, nearer);
    expect(list.every(({ accepted, q, iterations }) => accepted && q === 3 && iterations === 8)).toBe(true);
  });
});
