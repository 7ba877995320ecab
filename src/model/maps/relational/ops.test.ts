import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { type Model, weight } from "../../eqr/model/model";
import { gaussian } from "../../eqr/noise/noise";
import { digitsOf } from "../../tasks/sudoku/grid";
import { conditionsOf } from "./condition";
import { randomModel } from "./fixtures/randomModel";
import { createOps } from "./ops";
import { configOf, UNITS } from "./weights";

const D = 8;
const SIZE = 729 * D;
const model = randomModel({ d: D });
const conditionOf = (puzzle: string) => conditionsOf([digitsOf(puzzle)]);
const puzzle = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";

beforeAll(() => tf.setBackend("wasm"));

describe("applyMap", () => {
  it("is the formula, candidate by candidate", () => {
    const z = gaussian(5, 0, 0, SIZE);
    expect(largestDifference(run([z], [conditionOf(puzzle)]), plainMap(model, z, conditionOf(puzzle)))).toBeLessThan(
      1e-4,
    );
  });

  it("is the same whether the mix of a block is one product or two", () => {
    const [z, x] = [[gaussian(5, 0, 0, SIZE), gaussian(5, 1, 0, SIZE)], [conditionOf(puzzle)]];
    expect(largestDifference(run(z, x, false), run(z, x, true))).toBeLessThan(1e-5);
  });

  it("treats every row of a batch alone, under one condition or one each", () => {
    const [a, b] = [gaussian(5, 0, 0, SIZE), gaussian(5, 1, 0, SIZE)];
    const [x, open] = [conditionOf(puzzle), new Int32Array(729)];
    const shared = run([a, b], [x]);
    expect(largestDifference(shared.subarray(0, SIZE), run([a], [x]))).toBe(0);
    expect(largestDifference(shared.subarray(SIZE), run([b], [x]))).toBe(0);
    expect(largestDifference(run([a, b], [x, open]).subarray(SIZE), run([b], [open]))).toBe(0);
  });

  it.each([
    ["relabelling the digits", (r: number, c: number, n: number) => [r, c, (n * 2 + 1) % 9]],
    ["transposing the grid", (r: number, c: number, n: number) => [c, r, n]],
    ["exchanging rows of a band", (r: number, c: number, n: number) => [r === 0 ? 1 : r === 1 ? 0 : r, c, n]],
    ["exchanging stacks", (r: number, c: number, n: number) => [r, (c + 3) % 9, n]],
  ])("commutes with %s", (_, move) => {
    const to = Array.from({ length: 729 }, (_, i) => {
      const [r = 0, c = 0, n = 0] = move(Math.floor(i / 81), Math.floor(i / 9) % 9, i % 9);
      return (r * 9 + c) * 9 + n;
    });
    const z = gaussian(9, 0, 0, SIZE);
    const x = conditionOf(puzzle);
    const movedX = new Int32Array(729);
    for (const [i, j] of to.entries()) movedX[j] = x[i] ?? 0;
    const after = run([z], [x]);
    expect(largestDifference(run([permute(z, to)], [movedX]), permute(after, to))).toBeLessThan(1e-4);
  });

  it("leaves no tensor behind", () => {
    const before = tf.memory().numTensors;
    run([gaussian(1, 0, 0, SIZE)], [conditionOf(puzzle)]);
    expect(tf.memory().numTensors).toBe(before);
  });
});

it("reads digits and halting from a state by their formulas", () => {
  const z = gaussian(3, 0, 0, SIZE);
  const digit = weight(model, "digit").data;
  const qWeight = weight(model, "q_weight").data;
  let q = weight(model, "q_bias").data[0] ?? 0;
  const logits = new Float32Array(729);
  for (let i = 0; i < 729; i++)
    for (let j = 0; j < D; j++) {
      logits[i] = at(logits, i) + at(z, i * D + j) * at(digit, j);
      q += (at(z, i * D + j) * at(qWeight, j)) / 729;
    }
  tf.tidy(() => {
    const ops = createOps(upload(), configOf(model));
    const state = tf.tensor2d(z, [1, SIZE]);
    expect(largestDifference(ops.logits(state).dataSync(), logits)).toBeLessThan(1e-5);
    expect(ops.q(state).dataSync()[0]).toBeCloseTo(q, 5);
  });
});

const upload = () =>
  Object.fromEntries([...model.tensors].map(([name, { data, shape }]) => [name, tf.tensor(data, [...shape])]));

function run(states: Float32Array[], conditions: Int32Array[], cut = true): Float32Array {
  const weights = upload();
  const ops = createOps(weights, configOf(model), cut);
  const out = tf.tidy(() => {
    const z = tf.concat2d(
      states.map((s) => tf.tensor2d(s, [1, SIZE])),
      0,
    );
    const x = tf.concat(conditions.map((c) => ops.embed(c)));
    return ops.f(z, x).dataSync<"float32">();
  });
  ops.dispose();
  tf.dispose(weights);
  return out;
}

/** The map as the loops of its definition, in double precision. */
function plainMap(model: Model, z: Float32Array, x: Int32Array): Float64Array {
  const emb = weight(model, "emb").data;
  let u: Float64Array = Float64Array.from(z, (v, i) => v + at(emb, at(x, Math.floor(i / D)) * D + (i % D)));
  for (let b = 0; b < configOf(model).blocks; b++) u = plainBlock(model, `blocks.${b}`, u);
  return u;
}

function plainBlock(model: Model, name: string, u: Float64Array): Float64Array {
  const bias = weight(model, `${name}.bias`).data;
  const out = weight(model, `${name}.out`).data;
  const next = new Float64Array(SIZE);
  for (let i = 0; i < 729; i++) {
    const y = Float64Array.from(bias);
    for (const unit of UNITS) {
      const mix = weight(model, `${name}.mix.${unit}`).data;
      for (const members of unitsOf(unit, i))
        for (let a = 0; a < D; a++) {
          let mean = 0;
          for (const m of members) mean += at(u, m * D + a) / members.length;
          for (let c = 0; c < 2 * D; c++) y[c] = at(y, c) + mean * at(mix, a * 2 * D + c);
        }
    }
    const moved = Float64Array.from({ length: D }, (_, c) => {
      let sum = at(u, i * D + c);
      for (let a = 0; a < D; a++) sum += (at(y, a) / (1 + Math.exp(-at(y, a)))) * at(y, D + a) * at(out, a * D + c);
      return sum;
    });
    const scale = 1 / Math.sqrt(moved.reduce((s, v) => s + v * v, 0) / D + 1e-5);
    moved.forEach((v, c) => {
      next[i * D + c] = v * scale;
    });
  }
  return next;
}

/** The sets of candidates whose means are mixed into candidate i. */
function unitsOf(unit: (typeof UNITS)[number], i: number): number[][] {
  const place = (j: number) => ({ r: Math.floor(j / 81), c: Math.floor(j / 9) % 9, n: j % 9 });
  const { r, c, n } = place(i);
  type Place = ReturnType<typeof place>;
  const where = (test: (p: Place) => boolean) => Array.from({ length: 729 }, (_, j) => j).filter((j) => test(place(j)));
  const inBox = (p: Place) => Math.floor(p.r / 3) === Math.floor(r / 3) && Math.floor(p.c / 3) === Math.floor(c / 3);
  switch (unit) {
    case "self":
      return [[i]];
    case "cell":
      return [where((p) => p.r === r && p.c === c)];
    case "line":
      return [where((p) => p.n === n && p.r === r), where((p) => p.n === n && p.c === c)];
    case "box":
      return [where((p) => p.n === n && inBox(p))];
    case "seg":
      return [where((p) => p.n === n && inBox(p) && p.r === r), where((p) => p.n === n && inBox(p) && p.c === c)];
    case "dig":
      return [where((p) => p.n === n)];
    case "all":
      return [where(() => true)];
  }
}

function permute(z: Float32Array, to: number[]): Float32Array {
  const out = new Float32Array(SIZE);
  for (const [i, j] of to.entries()) out.set(z.subarray(i * D, (i + 1) * D), j * D);
  return out;
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(at(a, i) - at(b, i));
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}

function at(values: ArrayLike<number>, i: number): number {
  return values[i] ?? Number.NaN;
}
