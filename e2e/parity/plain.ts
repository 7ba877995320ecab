/**
 * The map of training/model.py in plain double-precision loops, written from its formula and sharing nothing with the
 * kernels: the judge of both fast backends. Slow, for one state at a time.
 */
import { type Model, weight } from "../../src/model/eqr/model/model";
import { configOf } from "../../src/model/maps/relational/weights";

const AT = Array.from({ length: 729 }, (_, n) => ({ r: Math.floor(n / 81), c: Math.floor(n / 9) % 9, digit: n % 9 }));
const third = (i: number) => Math.floor(i / 3);

/** For each kind of unit, which unit of that kind a candidate is in. */
export const UNIT_OF = {
  cell: AT.map(({ r, c }) => r * 9 + c),
  row: AT.map(({ r, digit }) => r * 9 + digit),
  column: AT.map(({ c, digit }) => c * 9 + digit),
  box: AT.map(({ r, c, digit }) => (third(r) * 3 + third(c)) * 9 + digit),
  rowSeg: AT.map(({ r, c, digit }) => (r * 3 + third(c)) * 9 + digit),
  colSeg: AT.map(({ r, c, digit }) => (third(r) * 9 + c) * 9 + digit),
  digit: AT.map(({ digit }) => digit),
  all: AT.map(() => 0),
} as const;

type Unit = keyof typeof UNIT_OF;

const WEIGHTS: Readonly<Record<Unit, string>> = {
  cell: "cell",
  row: "line",
  column: "line",
  box: "box",
  rowSeg: "seg",
  colSeg: "seg",
  digit: "dig",
  all: "all",
};

export type Numbers = Float32Array | Float64Array;

/** Means of u [729, d] over the units of a kind: [units, d]. */
function means(u: Numbers, d: number, unit: Unit): Float64Array {
  const of = UNIT_OF[unit];
  const count = Math.max(...of) + 1;
  const out = new Float64Array(count * d);
  for (let n = 0; n < 729; n++)
    for (let i = 0; i < d; i++) {
      const at = (of[n] ?? 0) * d + i;
      out[at] = (out[at] ?? 0) + ((u[n * d + i] ?? 0) * count) / 729;
    }
  return out;
}

/** vectors [n, d] times matrix [d, m]: [n, m]. */
function product(vectors: Numbers, matrix: Numbers, d: number): Float64Array {
  const m = matrix.length / d;
  const out = new Float64Array((vectors.length / d) * m);
  for (let n = 0; n < vectors.length / d; n++)
    for (let k = 0; k < d; k++) {
      const x = vectors[n * d + k] ?? 0;
      for (let j = 0; j < m; j++) out[n * m + j] = (out[n * m + j] ?? 0) + x * (matrix[k * m + j] ?? 0);
    }
  return out;
}

/** What the units add to y of every candidate, the bias with it: [729, 2 d]. */
export function unitShare(model: Model, block: number, u: Numbers): Float64Array {
  const { d } = configOf(model);
  const bias = weight(model, `blocks.${block}.bias`).data;
  const y = Float64Array.from({ length: 729 * 2 * d }, (_, i) => bias[i % (2 * d)] ?? 0);
  for (const unit of Object.keys(UNIT_OF) as Unit[]) {
    const mixed = product(means(u, d, unit), weight(model, `blocks.${block}.mix.${WEIGHTS[unit]}`).data, d);
    for (let i = 0; i < y.length; i++) {
      const of = UNIT_OF[unit][Math.floor(i / (2 * d))] ?? 0;
      y[i] = (y[i] ?? 0) + (mixed[of * 2 * d + (i % (2 * d))] ?? 0);
    }
  }
  return y;
}

/** One block: u [729, d] -> [729, d]. */
export function plainBlock(model: Model, block: number, u: Numbers): Float64Array {
  const { d } = configOf(model);
  const own = product(u, weight(model, `blocks.${block}.mix.self`).data, d);
  const y = unitShare(model, block, u).map((v, i) => v + (own[i] ?? 0));
  const hidden = Float64Array.from({ length: 729 * d }, (_, i) => {
    const at = Math.floor(i / d) * 2 * d + (i % d);
    const gate = y[at] ?? 0;
    return (gate / (1 + Math.exp(-gate))) * (y[at + d] ?? 0);
  });
  const moved: Float64Array = product(hidden, weight(model, `blocks.${block}.out`).data, d).map(
    (v, i) => v + (u[i] ?? 0),
  );
  for (let n = 0; n < 729; n++) {
    const part = moved.subarray(n * d, (n + 1) * d);
    const scale = 1 / Math.sqrt(part.reduce((sum, v) => sum + v * v, 0) / d + 1e-5);
    part.forEach((v, i) => {
      part[i] = v * scale;
    });
  }
  return moved;
}

/** The undamped map f(z, x) of one state. */
export function plainMap(model: Model, z: Numbers, x: Int32Array): Float64Array {
  const { d, blocks } = configOf(model);
  const emb = weight(model, "emb").data;
  let u: Float64Array = Float64Array.from(z, (v, i) => v + (emb[(x[Math.floor(i / d)] ?? 0) * d + (i % d)] ?? 0));
  for (let i = 0; i < blocks; i++) u = plainBlock(model, i, u);
  return u;
}

/** Digit logits [729] and halting logit of one state. */
export function plainHeads(model: Model, z: Numbers): { logits: Float64Array; q: number } {
  const { d } = configOf(model);
  const logits = product(z, weight(model, "digit").data, d);
  const [q = Number.NaN] = product(means(z, d, "all"), weight(model, "q_weight").data, d);
  return { logits, q: q + (weight(model, "q_bias").data[0] ?? 0) };
}
