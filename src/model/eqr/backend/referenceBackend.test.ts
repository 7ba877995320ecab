import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { randomModel } from "../../maps/relational/fixtures/randomModel";
import { digitsOf } from "../../tasks/sudoku/grid";
import { gaussian, startState } from "../noise/noise";
import { decodeInto } from "../record/decode";
import type { Axes } from "./axes";
import type { MapBackend } from "./backend";
import { createReferenceBackend } from "./referenceBackend";

const D = 8;
const SIZE = 729 * D;
const model = randomModel({ d: D });
const puzzle = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const step = { k: 1, seed: 3, lambda: 0.7, sigma: 0, first: 0 };

let backend: MapBackend;
beforeAll(async () => {
  await tf.setBackend("wasm");
  backend = createReferenceBackend(model, { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null });
});

const values = (t: tf.Tensor) => t.dataSync<"float32">();
const rowOf = (t: tf.Tensor, row: number) => values(t).slice(row * SIZE, (row + 1) * SIZE);
const norm = (v: Float32Array) => Math.sqrt(v.reduce((s, x) => s + x * x, 0));
const minus = (a: Float32Array, b: Float32Array) => a.map((v, i) => v - (b[i] ?? Number.NaN));

const weightsOnDevice = () =>
  Object.fromEntries([...model.tensors].map(([name, { data, shape }]) => [name, tf.tensor(data, [...shape])]));

describe("start and step", () => {
  it("start each trajectory from the shared noise of its own index", () => {
    const z = backend.start(3, 5, 2);
    expect(z.shape).toEqual([2, SIZE]);
    expect(rowOf(z, 1)).toEqual(startState(3, 6, SIZE));
  });

  it("report ||z_k - z_(k-1)|| / ||z_(k-1)|| as the residual", async () => {
    const z = backend.start(3, 0, 2);
    const next = backend.step(z, backend.condition([digitsOf(puzzle)]), null, step);
    const [summary] = await backend.read([next.summary]);
    for (const row of [0, 1])
      expect(summary?.residual[row]).toBeCloseTo(
        norm(minus(rowOf(next.z, row), rowOf(z, row))) / norm(rowOf(z, row)),
        5,
      );
  });

  it("add sigma times the path noise, which the residual leaves out", async () => {
    const z = backend.start(3, 4, 1);
    const x = backend.condition([digitsOf(puzzle)]);
    const still = backend.step(z, x, null, { ...step, first: 4, k: 9 });
    const noisy = backend.step(z, x, null, { ...step, first: 4, k: 9, sigma: 0.5 });
    const added = minus(values(noisy.z), values(still.z));
    expect(
      norm(
        minus(
          added,
          gaussian(3, 4, 9, SIZE).map((v) => v * 0.5),
        ),
      ),
    ).toBeLessThan(1e-4);
    const [a, b] = await backend.read([still.summary, noisy.summary]);
    expect(b?.residual).toEqual(a?.residual);
    expect(b?.q).not.toEqual(a?.q);
  });

  it("take many puzzles in one batch, with the same noise for each", () => {
    const open = ".".repeat(81);
    const conditions = [puzzle, puzzle, open, open].map(digitsOf);
    const z = backend.start(3, 0, 2);
    const both = backend.step(tf.concat([z, z]), backend.condition(conditions), null, {
      ...step,
      sigma: 0.1,
      rows: [0, 1, 0, 1].map((trajectory) => ({ trajectory, k: 1, sigma: 0.1 })),
    });
    const alone = backend.step(z, backend.condition([digitsOf(open)]), null, { ...step, sigma: 0.1 });
    expect(values(both.z).slice(2 * SIZE)).toEqual(values(alone.z));
  });

  it("give every row noise of its own strength, and none where it has none", () => {
    const z = backend.start(3, 0, 2);
    const x = backend.condition([digitsOf(puzzle)]);
    const rows = [0.2, 0].map((sigma, trajectory) => ({ trajectory, k: 1, sigma }));
    const mixed = values(backend.step(z, x, null, { ...step, sigma: 0.7, rows }).z);
    const whole = (sigma: number) => values(backend.step(z, x, null, { ...step, sigma }).z);
    expect(mixed.slice(0, SIZE)).toEqual(whole(0.2).slice(0, SIZE));
    expect(mixed.slice(SIZE)).toEqual(whole(0).slice(SIZE));
  });
});

describe("summaries", () => {
  it("decode the digits of every row, without a residual where no step was made", async () => {
    const z = backend.start(3, 0, 2);
    const [summary] = await backend.read([backend.summarise(z, null)]);
    const logits = values(model.map.ops(weightsOnDevice(), model.config, model.grid).logits(z as tf.Tensor2D)).slice(
      729,
    );
    const digits = new Uint8Array(81);
    const confidence = new Uint8Array(81);
    decodeInto(logits, digits, confidence);
    expect(summary?.digits.slice(81)).toEqual(digits);
    expect(summary?.confidence.slice(81)).toEqual(confidence);
    expect([...(summary?.residual ?? []), ...(summary?.coords ?? [])].every(Number.isNaN)).toBe(true);
    const softmax = await backend.beliefs(z, 1);
    expect(softmax.length).toBe(729);
    expect(Math.max(...softmax.subarray(0, 9))).toBe(confidence[0]);
  });

  it("leave the other trajectories alone when one is not finite", async () => {
    const z = backend.start(3, 0, 3);
    const broken = tf.mul(z, tf.tensor2d([1, Number.NaN, 1], [3, 1]));
    const x = backend.condition([digitsOf(puzzle)]);
    const [good, bad] = await backend.read([
      backend.step(z, x, null, step).summary,
      backend.step(broken, x, null, step).summary,
    ]);
    expect(bad?.residual[1]).toBeNaN();
    for (const row of [0, 2]) expect(bad?.residual[row]).toBe(good?.residual[row]);
    expect(bad?.digits.slice(162)).toEqual(good?.digits.slice(162));
  });
});

describe("the trajectory map", () => {
  const weights = Float32Array.from([0.5, 0, 0, -0.5, 0.25, 0, 0, -0.25, 1]);

  it("gathers rows, multiplies them with one another and makes axes of them", async () => {
    const [a, b] = [backend.start(3, 0, 2), backend.start(3, 2, 1)];
    const matrix = backend.gather([
      { z: a, row: 1 },
      { z: b, row: 0 },
      { z: a, row: 0 },
    ]);
    const rows = [rowOf(a, 1), rowOf(b, 0), rowOf(a, 0)];
    expect(matrix.shape).toEqual([3, SIZE]);
    expect(rowOf(matrix, 0)).toEqual(rows[0]);
    const dot = (p?: Float32Array, q?: Float32Array) => p?.reduce((s, v, i) => s + v * (q?.[i] ?? 0), 0) ?? Number.NaN;
    const gram = await backend.gram(matrix);
    expect(gram[1]).toBeCloseTo(dot(rows[0], rows[1]), 1);
    expect(gram[8]).toBeCloseTo(dot(rows[2], rows[2]), 1);
    const axes = backend.axes(matrix, weights);
    const mean = (i: number) => rows.reduce((s, row) => s + (row[i] ?? 0) / 3, 0);
    expect(values(axes.mean)[7]).toBeCloseTo(mean(7), 5);
    expect(values(axes.directions)[7]).toBeCloseTo(0.5 * ((rows[0]?.[7] ?? 0) - (rows[1]?.[7] ?? 0)), 5);
  });

  it("projects states alike in a step, in a summary and in a list", async () => {
    const z = backend.start(3, 0, 2);
    const matrix = backend.gather([0, 1, 0].map((row) => ({ z, row })));
    const axes = backend.axes(matrix, weights);
    const next = backend.step(z, backend.condition([digitsOf(puzzle)]), axes, step);
    const [before, after] = await backend.read([backend.summarise(z, axes), next.summary]);
    const listed = await backend.project([z, next.z], axes);
    expect(listed.slice(0, 6)).toEqual(before?.coords);
    expect(listed.slice(6)).toEqual(after?.coords);
    const direction = values(axes.directions).slice(0, SIZE);
    const centred = minus(rowOf(z, 0), values(axes.mean));
    const expected = centred.reduce((s, v, i) => s + v * (direction[i] ?? 0), 0);
    expect((before?.coords[0] ?? Number.NaN) / expected).toBeCloseTo(1, 5);
  });

  it("follows when the axes change", async () => {
    const z = backend.start(3, 0, 2);
    const matrix = backend.gather([0, 1].map((row) => ({ z, row })));
    const make = (scale: number): Axes => backend.axes(matrix, Float32Array.from([scale, 0, 0, -scale, 0, 0]));
    const [once, twice] = [await backend.project([z], make(1)), await backend.project([z], make(2))];
    expect((twice[0] ?? 0) / (once[0] ?? 0)).toBeCloseTo(2, 4);
  });
});

it("leaves no tensor behind", async () => {
  const before = tf.memory().numTensors;
  const own = createReferenceBackend(model, backend.info);
  let z = own.start(1, 0, 2);
  const x = own.condition([digitsOf(puzzle)]);
  const matrix = own.gather([0, 1].map((row) => ({ z, row })));
  await own.gram(matrix);
  const axes = own.axes(matrix, new Float32Array(6));
  const counts: number[] = [];
  for (let k = 1; k <= 3; k++) {
    const next = own.step(z, x, axes, { ...step, k, sigma: 0.1 });
    z.dispose();
    z = next.z;
    await own.read([next.summary, own.summarise(z, axes)]);
    await own.beliefs(z, 1);
    await own.project([z], axes);
    counts.push(tf.memory().numTensors);
  }
  expect(new Set(counts).size).toBe(1);
  tf.dispose([z, x, matrix, axes.directions, axes.mean]);
  own.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
