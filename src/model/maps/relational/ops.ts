/**
 * The map of training/model.py in tfjs ops: any tfjs backend, any number of rows.
 * Latent states are [rows, 729 d], index = ((row * 9 + column) * 9 + digit - 1) * d + feature. Every function returns new tensors that the
 * caller disposes (or tidies).
 */
import * as tf from "@tensorflow/tfjs-core";
import type { MapOps } from "../../eqr/model/map";
import { conditionsOf } from "./condition";
import { type Config, UNITS } from "./weights";

const RMS_EPS = 1e-5;

type Unit = (typeof UNITS)[number];

/** A block's mix, or the half of it that makes its gate or its value: [d, w] for each unit, and a bias [w]. */
interface Mix {
  readonly mix: Readonly<Record<Unit, tf.Tensor2D>>;
  readonly bias: tf.Tensor1D;
}

interface BlockWeights {
  /** The whole, w = 2 d, or gate and value, w = d. */
  readonly mixes: readonly [Mix] | readonly [Mix, Mix];
  readonly out: tf.Tensor2D;
}

/** The weights on the device, ready to be used. */
interface MapWeights {
  readonly d: number;
  readonly emb: tf.Tensor2D;
  readonly blocks: readonly BlockWeights[];
  /** [d, 1] */
  readonly digit: tf.Tensor2D;
  /** [d, 1] */
  readonly qWeight: tf.Tensor2D;
  /** [] */
  readonly qBias: tf.Tensor;
  /** What was made of the weights that were given. */
  readonly own: readonly tf.Tensor[];
}

/**
 * The map of weights on the device, which stay their owner's. With `cut`, the mix of a block is two products, else one
 * product whose halves are cut apart at every iteration: fewer dispatches, but wasm cuts slowly.
 */
export function createOps(
  tensors: Readonly<Record<string, tf.Tensor>>,
  config: Config,
  cut = tf.getBackend() === "wasm",
): MapOps & { embed(x: Int32Array): tf.Tensor2D } {
  const weights = prepareWeights(tensors, config, cut);
  return {
    condition: (inputs) => embed(weights, conditionsOf(inputs)),
    embed: (x) => embed(weights, x),
    f: (z, x) => applyMap(weights, z, x) as tf.Tensor2D,
    logits: (z) => digitLogits(weights, z),
    q: (z) => haltingLogits(weights, z),
    dispose: () => tf.dispose([...weights.own]),
  };
}

function prepareWeights(tensors: Readonly<Record<string, tf.Tensor>>, { d, blocks }: Config, cut: boolean): MapWeights {
  const own: tf.Tensor[] = [];
  const made = <T extends tf.Tensor>(tensor: T): T => {
    own.push(tensor);
    return tensor;
  };
  const given = (name: string): tf.Tensor => {
    const tensor = tensors[name];
    if (!tensor) throw new Error(`The map lacks its weight "${name}".`);
    return tensor;
  };
  const matrix = (name: string) => given(name) as tf.Tensor2D;
  const column = (name: string): tf.Tensor2D => made(tf.reshape(given(name), [d, 1]));
  const columns = (name: string, from: number, w: number): Mix => {
    const part = (unit: Unit) => made(tf.slice(matrix(`${name}.mix.${unit}`), [0, from], [d, w]));
    const mix = Object.fromEntries(UNITS.map((unit) => [unit, part(unit)])) as Record<Unit, tf.Tensor2D>;
    return { mix, bias: made(tf.slice(given(`${name}.bias`) as tf.Tensor1D, from, w)) };
  };
  const mixes = (name: string): BlockWeights["mixes"] =>
    cut ? [columns(name, 0, d), columns(name, d, d)] : [columns(name, 0, 2 * d)];
  return {
    d,
    emb: matrix("emb"),
    blocks: Array.from({ length: blocks }, (_, i) => ({
      mixes: mixes(`blocks.${i}`),
      out: matrix(`blocks.${i}.out`),
    })),
    digit: column("digit"),
    qWeight: column("q_weight"),
    qBias: given("q_bias"),
    own,
  };
}

/** Emb[x] of conditions x [n * 729]: [n, 729 d]. By a product, exact as its factors are 0 and 1: wasm gathers slowly. */
function embed(weights: MapWeights, x: Int32Array): tf.Tensor2D {
  return tf.tidy(() =>
    tf.reshape(tf.matMul(tf.oneHot(tf.tensor1d(x, "int32"), 3), weights.emb), [-1, 729 * weights.d]),
  );
}

/** The undamped map f(z, x) of states z [rows, 729 d] under embedded conditions [1 or rows, 729 d]. */
function applyMap(weights: MapWeights, z: tf.Tensor, embedded: tf.Tensor): tf.Tensor {
  return tf.tidy(() => {
    let u = tf.add(z, embedded);
    for (const block of weights.blocks) {
      const next = applyBlock(block, u, weights.d);
      u.dispose();
      u = next;
    }
    return u;
  });
}

/** Digit logits [rows, 729]. */
function digitLogits(weights: MapWeights, z: tf.Tensor): tf.Tensor2D {
  const rows = z.shape[0] ?? 0;
  return tf.tidy(() => tf.reshape(tf.matMul(tf.reshape(z, [rows * 729, weights.d]), weights.digit), [rows, 729]));
}

/** Halting logits [rows, 1]: does this state decode to the solution? */
function haltingLogits(weights: MapWeights, z: tf.Tensor): tf.Tensor2D {
  const rows = z.shape[0] ?? 0;
  return tf.tidy(() => {
    const mean = poolDown(z, rows, 729, 1, weights.d, 729);
    return tf.add(tf.matMul(tf.reshape(mean, [rows, weights.d]), weights.qWeight), weights.qBias);
  });
}

/** The means of a state over the units of Sudoku, each flattened to [vectors, d]. B = rows of the batch. */
interface Pools {
  readonly self: tf.Tensor2D;
  /** [B 81] (row, column) */
  readonly cell: tf.Tensor2D;
  /** [B 9 3 9] (row, band of columns, digit) */
  readonly rowSeg: tf.Tensor2D;
  /** [B 3 9 9] (band of rows, column, digit) */
  readonly colSeg: tf.Tensor2D;
  /** [B 9 9] (row, digit) */
  readonly row: tf.Tensor2D;
  /** [B 9 9] (column, digit) */
  readonly col: tf.Tensor2D;
  /** [B 3 3 9] (band of rows, band of columns, digit) */
  readonly box: tf.Tensor2D;
  /** [B 9] (digit) */
  readonly dig: tf.Tensor2D;
  /** [B] */
  readonly all: tf.Tensor2D;
}

function applyBlock(block: BlockWeights, u: tf.Tensor, d: number): tf.Tensor {
  return tf.tidy(() => {
    const rows = u.shape[0] ?? 0;
    const pools = poolUnits(u, rows, d);
    const [gate, value] = gateAndValue(block.mixes, pools, rows);
    const gated = tf.mul(tf.mul(gate, tf.sigmoid(gate)), value);
    const moved = tf.add(pools.self, tf.matMul(gated as tf.Tensor2D, block.out));
    const scale = tf.rsqrt(tf.add(tf.mean(tf.square(moved), 1, true), RMS_EPS));
    return tf.reshape(tf.mul(moved, scale), [rows, 729 * d]);
  });
}

function poolUnits(u: tf.Tensor, rows: number, d: number): Pools {
  const flat = (t: tf.Tensor): tf.Tensor2D => tf.reshape(t, [-1, d]);
  const rowSeg = poolDown(u, rows * 9, 9, 1, 9 * d, 3);
  const colSeg = poolDown(u, rows, 9, 9, 9 * d, 3);
  const row = poolDown(rowSeg, rows * 9, 3, 1, 9 * d, 3);
  const col = poolDown(colSeg, rows, 3, 9, 9 * d, 3);
  const dig = poolDown(row, rows, 9, 1, 9 * d, 9);
  return {
    self: flat(u),
    cell: flat(poolDown(u, rows * 81, 9, 1, d, 9)),
    rowSeg: flat(rowSeg),
    colSeg: flat(colSeg),
    row: flat(row),
    col: flat(col),
    box: flat(poolDown(rowSeg, rows, 9, 3, 9 * d, 3)),
    dig: flat(dig),
    all: flat(poolDown(dig, rows, 9, 1, d, 9)),
  };
}

/**
 * Means over stretches of `size` of the second axis: u as [n, height, width, channels] -> [n, height / size, width, channels].
 * An average pool does this without the transposition that tf.mean makes for any axis but the last.
 */
function poolDown(u: tf.Tensor, n: number, height: number, width: number, channels: number, size: number): tf.Tensor {
  return tf.avgPool(tf.reshape(u, [n, height, width, channels]) as tf.Tensor4D, [size, 1], [size, 1], "valid");
}

/** Both halves of y, each [B 729, d]. */
function gateAndValue(
  [first, second]: BlockWeights["mixes"],
  pools: Pools,
  b: number,
): readonly [tf.Tensor, tf.Tensor] {
  const y = mixPools(first, pools, b);
  if (second) return [y, mixPools(second, pools, b)];
  const [height = 0, width = 0] = y.shape;
  const half = (from: number) => tf.slice(y, [0, from], [height, width / 2]);
  return [half(0), half(width / 2)];
}

/** y = sum over the units of (mean over the unit) W_unit, spread back to all candidates: [B 729, w]. */
function mixPools({ mix, bias }: Mix, pools: Pools, b: number): tf.Tensor {
  const w = bias.shape[0];
  const nine = 9 * w;
  const shared = spread(tf.matMul(pools.dig, mix.dig), [b, 9, w], tf.add(tf.matMul(pools.all, mix.all), bias), [
    b,
    1,
    w,
  ]);
  const byRow = spread(tf.matMul(pools.row, mix.line), [b, 9, nine], shared, [b, 1, nine]);
  const byRowSeg = spread(tf.matMul(pools.rowSeg, mix.seg), [b * 9, 3, nine], byRow, [b * 9, 1, nine]);
  const byBox = spread(byRowSeg, [b * 3, 3, 3 * nine], tf.matMul(pools.box, mix.box), [b * 3, 1, 3 * nine]);
  const byCol = tf.matMul(pools.col, mix.line);
  const byColSeg = spread(tf.matMul(pools.colSeg, mix.seg), [b, 3, 9 * nine], byCol, [b, 1, 9 * nine]);
  const own = tf.matMul(pools.self, mix.self);
  const withCell = spread(own, [b * 81, 9, w], tf.matMul(pools.cell, mix.cell), [b * 81, 1, w]);
  const withRows = spread(withCell, [b * 27, 3, nine], byBox, [b * 27, 1, nine]);
  const y = spread(withRows, [b * 3, 3, 9 * nine], byColSeg, [b * 3, 1, 9 * nine]);
  return tf.reshape(y, [b * 729, w]);
}

function spread(fine: tf.Tensor, fineShape: number[], coarse: tf.Tensor, coarseShape: number[]): tf.Tensor {
  return tf.add(tf.reshape(fine, fineShape), tf.reshape(coarse, coarseShape));
}
