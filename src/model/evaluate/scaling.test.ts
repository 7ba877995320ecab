import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import type { MapBackend, NoiseRow } from "../eqr/backend/backend";
import { createReferenceBackend } from "../eqr/backend/referenceBackend";
import { defaultRecipe } from "../eqr/recipe/recipe";
import { quietAt } from "../eqr/recipe/schedule";
import { rankAt } from "../eqr/recipe/selection";
import { SETTLE_RUN } from "../eqr/record/atRest";
import { appendFrame, createRecord, decodedAt } from "../eqr/record/record";
import { createEngine } from "../eqr/run/engine";
import { createLab, type Lab } from "../lab/lab";
import { randomModel } from "../maps/relational/fixtures/randomModel";
import { isSolution, problemOf } from "../tasks";
import { designOf, measureScaling, type ScalingAnswer, type ScalingRequest } from "./scaling";

const model = randomModel({ d: 4, blocks: 1 });
const SOLVED = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";
const puzzles = [0, 10, 20].map((open) => `${".".repeat(open + 1)}${SOLVED.slice(open + 1)}`);
const recipe = { ...defaultRecipe("", "random"), depth: 12, breadth: 6, tolerance: 1e-2 };

let real: MapBackend;

beforeAll(async () => {
  await tf.setBackend("wasm");
  real = createReferenceBackend(model, { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null });
});

interface Script {
  /** Residual of a start at an iteration. */
  readonly residual: (row: NoiseRow) => number;
  /** Its halting logit; 0 where a test leaves it out. */
  readonly q?: (row: NoiseRow) => number;
  /** Whether it then decodes to the solution. */
  readonly right: (row: NoiseRow) => boolean;
}

/** A backend whose residuals and grids are scripted, and which counts the iterations of each start. */
function scripted({ residual, right, q = () => 0 }: Script) {
  const made = new Map<number, number>();
  let rows: readonly NoiseRow[] = [];
  const backend: MapBackend = {
    ...real,
    step(z, x, axes, options) {
      rows =
        options.rows ?? Array.from({ length: z.shape[0] ?? 0 }, (_, t) => ({ trajectory: t, k: options.k, sigma: 0 }));
      for (const { trajectory } of rows) made.set(trajectory, (made.get(trajectory) ?? 0) + 1);
      return real.step(z, x, axes, options);
    },
    read: async (summaries) =>
      (await real.read(summaries)).map((summary) => ({
        ...summary,
        residual: rows.length === 0 ? summary.residual : Float32Array.from(rows, residual),
        q: rows.length === 0 ? summary.q : Float32Array.from(rows, q),
        digits: Uint8Array.from(rows.flatMap((row) => (right(row) ? [...SOLVED].map(Number) : Array(81).fill(1)))),
      })),
  };
  return { lab: createLab(backend), backend, made };
}

async function measured(lab: Lab, changes: Partial<ScalingRequest> = {}): Promise<ScalingAnswer[]> {
  const answers: ScalingAnswer[] = [];
  for await (const some of measureScaling(lab, { recipe, budget: 1e6, puzzles, ...changes })) answers.push(...some);
  return answers.sort((a, b) => a.index - b.index);
}

const numbers = (answer: ScalingAnswer | undefined) => answer?.solved.map((row) => row.map(Number));

describe("measureScaling", () => {
  it("runs each start as deep as its cells need, unless it rests", async () => {
    const { lab, made } = scripted({ residual: () => 1, right: () => false });
    const [answer] = await measured(lab, { budget: 12, puzzles: puzzles.slice(0, 1) });
    // 1 x 12, 2 x 4, 4 x 2, 6 x 2.
    expect(designOf({ recipe, budget: 12 }).depthOf).toEqual([12, 4, 2, 2, 2, 2]);
    expect(answer?.iterations).toBe(12 + 4 + 2 + 2 + 2 + 2);
    expect(numbers(answer)).toEqual([
      [0, 0, 0, 0, 0],
      [0, 0, 0],
      [0, 0],
      [0, 0],
    ]);
    // A slice may go further than a start: never less.
    expect(made.get(0)).toBe(12);

    const resting = scripted({ residual: ({ k }) => (k >= 2 ? 1e-9 : 1), right: () => true });
    const [rested] = await measured(resting.lab, { puzzles: puzzles.slice(0, 1) });
    expect(rested?.iterations).toBe(6 * 4);
    expect(numbers(rested)).toEqual(Array(4).fill([1, 1, 1, 1, 1]));
  });

  it("answers by the smallest residual of the last three iterations, wherever the solution is", async () => {
    // Start 1 is nearer to rest up to iteration 4 and wrong; start 0 is right from iteration 2 on, and wins when its mean is smaller.
    const { lab } = scripted({
      residual: ({ trajectory, k }) => (trajectory === 0 ? (k > 4 ? 0.1 : 0.8) : trajectory === 1 ? 0.5 : 0.9),
      right: ({ trajectory, k }) => trajectory === 0 && k >= 2,
    });
    const [answer] = await measured(lab);
    expect(designOf({ recipe, budget: 1e6 }).depths).toEqual([1, 2, 4, 8, 12]);
    expect(numbers(answer)).toEqual([
      [0, 1, 1, 1, 1],
      [0, 0, 0, 1, 1],
      [0, 0, 0, 1, 1],
      [0, 0, 0, 1, 1],
    ]);
  });

  it("chooses by q among the starts at rest, and these before all others", async () => {
    // Start 0 rests first and nearest, start 2 believes most, start 1 never rests though its residual is small.
    const { lab } = scripted({
      residual: ({ trajectory, k }) => (trajectory === 1 ? 2e-2 : k >= 2 ? 1e-6 * (trajectory + 1) : 1),
      q: ({ trajectory }) => trajectory,
      right: ({ trajectory }) => trajectory === 2,
    });
    const [answer] = await measured(lab, { recipe: { ...recipe, breadth: 3 }, puzzles: puzzles.slice(0, 1) });
    expect(numbers(answer)).toEqual([
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [0, 0, 1, 1, 1],
    ]);
  });

  it("never chooses a state that broke", async () => {
    const { lab } = scripted({
      residual: ({ trajectory }) => (trajectory === 0 ? Number.NaN : 0.5),
      right: ({ trajectory }) => trajectory === 1,
    });
    const [answer] = await measured(lab);
    expect(numbers(answer)).toEqual([
      [0, 0, 0, 0, 0],
      [1, 1, 1, 1, 1],
      [1, 1, 1, 1, 1],
      [1, 1, 1, 1, 1],
    ]);
  });

  it.each([{}, { sigma: 0.1, noisyFor: 3, period: 7 }])(
    "answers every cell as the page does in a run of that depth and breadth: %o",
    async (schedule) => {
      const noisy = { ...recipe, ...schedule };
      // Some rest early, some late, some never; what is right changes on the way.
      const script: Script = {
        residual: ({ trajectory, k }) =>
          trajectory % 3 === 0 && k >= 2 + trajectory
            ? 1e-3 / (k + trajectory)
            : ((trajectory * 7 + k * 5) % 11) / 10 + 0.05,
        right: ({ trajectory, k }) => (trajectory + (k >> 1)) % 3 === 0,
        q: ({ trajectory, k }) => ((trajectory * 3 + k) % 5) - 2,
      };
      const { lab, backend } = scripted(script);
      const [answer] = await measured(lab, { recipe: noisy, puzzles: puzzles.slice(0, 1) });
      const { depths, breadths } = designOf({ recipe: noisy, budget: 1e6 });
      const problem = problemOf({ puzzle: puzzles[0] ?? "" });
      const engine = createEngine(backend, model);
      for (const [i, breadth] of breadths.entries()) {
        const own = { ...noisy, breadth, haltRun: SETTLE_RUN, puzzle: puzzles[0] ?? "" };
        const record = createRecord(own);
        appendFrame(record, await engine.start(own, { autofit: false }));
        while (!record.end) {
          const { frames, end } = await engine.tick(1);
          for (const frame of frames) appendFrame(record, frame);
          record.end = end;
        }
        for (const [j, depth] of depths.entries()) {
          const k = Math.min(depth, record.frames.length - 1);
          const [best = -1] = rankAt(record, k, "residual");
          expect(answer?.solved[i]?.[j], `breadth ${breadth}, depth ${depth}`).toBe(
            isSolution(problem, decodedAt(record, best, quietAt(own, k))),
          );
        }
      }
      engine.dispose();
    },
  );

  it("answers every puzzle, the same in smaller batches, and leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    const whole = await measured(createLab(real));
    expect(whole.map(({ index }) => index)).toEqual([0, 1, 2]);
    const alone = await Promise.all(puzzles.map((puzzle) => measured(createLab(real), { puzzles: [puzzle] })));
    expect(alone.flat().map(({ solved, iterations }) => ({ solved, iterations }))).toEqual(
      whole.map(({ solved, iterations }) => ({ solved, iterations })),
    );
    expect(tf.memory().numTensors).toBe(before);
  });

  it("refuses a budget that pays for nothing", async () => {
    await expect(measured(createLab(real), { budget: 0 })).rejects.toThrow("less than one iteration");
  });
});
