import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import type { Model } from "../../eqr/model/model";
import { START_DEVIATION } from "../../eqr/recipe/startDeviation";
import { cellsOf } from "../../tasks/task";
import { fits, SOLUTIONS, xor } from "../../tasks/xor/task";
import { type PlaneConfig, plane, planeShapes } from "./map";
import { planeModel } from "./systems";

const CONFIG: PlaneConfig = { units: 16, readers: 8, softmax: 0 };
/** Iterations of a segment with gradient, and segments until a state is drawn anew: the recipe of training/, in miniature. */
const ITERATIONS = 4;
const SEGMENTS = 6;
/** Starts of each puzzle. */
const STARTS = 12;
const RATE = 0.02;
const REST_WEIGHT = 0.3;
const SPREAD_WEIGHT = 0.5;
/** States are kept within this of the axes, so that the window shows them. */
const REACH = 3;
const TRAINED = {
  name: "trained-plane",
  title: "A trained plane",
  description: "A tiny Equilibrium Reasoner for a XOR b = c, trained on this page.",
  task: "xor",
  data: "all problems of the task",
  config: CONFIG,
};

/** Every problem of the task: each cell open or given, where a solution fits. */
const PUZZLES = ["...", "1..", "2..", ".1.", ".2.", "..1", "..2", "11.", "12.", "21.", "22."].map(xor.read);

export interface TrainingStep {
  readonly step: number;
  /** Mean cross-entropy per cell of the segment, in nats. */
  readonly loss: number;
  /** Share of the states in flight that decode to a solution. */
  readonly solved: number;
}

export interface PlaneTraining {
  /** One segment of every state in flight, and one update of the weights. */
  step(): TrainingStep;
  /** The map as it is now. */
  model(): Model;
  dispose(): void;
}

/**
 * Trains a plane map on exclusive or: four iterations with gradient from a detached state, cross-entropy of the solution
 * nearest to what the state believes, of each solution under its nearest state (weight 0.5), and 0.1 residual where it is solved; step size and noise drawn per state (training/README.md).
 * The same seed trains the same map on one device.
 */
export function trainPlane(seed: number): PlaneTraining {
  const { grid } = xor;
  let drawn = seed * 1_000_003;
  const normal = (shape: number[], deviation: number) =>
    tf.randomNormal<tf.Rank>(shape, 0, deviation, "float32", ++drawn);
  const variables = new Map<string, tf.Variable>();
  for (const [name, shape] of planeShapes(CONFIG, grid))
    variables.set(
      name,
      tf.tidy(() =>
        tf.variable(shape.length > 1 ? normal([...shape], 1 / Math.sqrt(shape[0] ?? 1)) : tf.zeros([...shape])),
      ),
    );
  const map = plane.ops(Object.fromEntries(variables), CONFIG, grid);
  const optimizer = tf.train.adam(RATE);
  const rows = PUZZLES.flatMap((puzzle) => Array.from({ length: STARTS }, () => puzzle));
  const count = rows.length;
  const inputs = rows.map(({ input }) => input);
  // [rows, solutions] 0 where a solution fits the givens
  const barred = tf.tensor2d(rows.map(({ input }) => SOLUTIONS.map((solution) => (fits(solution, input) ? 0 : -1e9))));
  // [puzzles, solutions] 1 where a solution fits
  const wanted = tf.tensor2d(PUZZLES.map(({ input }) => SOLUTIONS.map((solution) => +fits(solution, input))));
  // [solutions, cells * values] one-hot
  const answers = tf.tensor2d(SOLUTIONS.map((one) => [...one].flatMap((value) => [+(value === 1), +(value === 2)])));
  let z = normal([count, 2], START_DEVIATION) as tf.Tensor2D;
  let done = 0;

  /** The segment's loss; its last state, cross-entropy and share solved are kept in `left`. */
  function segment(left: tf.Tensor[]): tf.Scalar {
    const lambda = tf.randomUniform([count, 1], 0.5, 0.95, "float32", ++drawn);
    // Half of the states go without noise, which is what rest is learned from.
    const sigma = tf.relu(tf.randomUniform([count, 1], -0.2, 0.2, "float32", ++drawn));
    const x = map.condition(inputs);
    let state = z;
    let before = z;
    for (let k = 0; k < ITERATIONS; k++) {
      before = state;
      const moved = tf.add(state, tf.mul(lambda, tf.sub(map.f(state, x), state)));
      state = tf.add(moved, tf.mul(sigma, normal([count, 2], 1)));
    }
    const logs = tf.logSoftmax(tf.reshape(map.logits(state), [count, -1, grid.values]));
    const ofSolutions = tf.matMul(tf.reshape(logs, [count, -1]) as tf.Tensor2D, answers, false, true);
    const perCell = tf.div(tf.add(ofSolutions, barred), cellsOf(grid));
    // Each state is drawn to the solution nearest to it; and each solution draws the nearest of the puzzle's states, or all
    // would end in one of several solutions.
    const nearest = tf.max(perCell, 1);
    const best = tf.max(tf.reshape(perCell, [PUZZLES.length, STARTS, SOLUTIONS.length]), 1);
    const reached = tf.div(tf.sum(tf.mul(best, wanted)), tf.sum(wanted));
    const decoded = tf.argMax(tf.reshape(logs, [count, cellsOf(grid), grid.values]), 2).arraySync() as number[][];
    const right = tf.tensor1d(
      rows.map(
        (row, i) =>
          +xor.solves(
            row,
            Uint8Array.from(decoded[i] ?? [], (value) => value + 1),
          ),
      ),
    );
    const still = tf.cast(tf.equal(tf.squeeze(sigma), 0), "float32");
    const residual = tf.div(lengths(tf.sub(state, before)), lengths(before));
    const cross = tf.neg(tf.mean(nearest));
    left.push(tf.keep(state), tf.keep(cross), tf.keep(tf.mean(right)));
    const rest = tf.mean(tf.mul(tf.mul(right, still), residual));
    const far = tf.mean(tf.square(tf.relu(tf.sub(tf.abs(state), REACH))));
    return tf.addN([cross, tf.mul(SPREAD_WEIGHT, tf.neg(reached)), tf.mul(REST_WEIGHT, rest), far]) as tf.Scalar;
  }

  return {
    step() {
      const left: tf.Tensor[] = [];
      optimizer.minimize(() => segment(left));
      const [state, cross, solved] = left;
      const [loss = Number.NaN] = cross?.dataSync() ?? [];
      const [share = Number.NaN] = solved?.dataSync() ?? [];
      done++;
      const renew = done % SEGMENTS === 0 || !state;
      z.dispose();
      z = renew ? (normal([count, 2], START_DEVIATION) as tf.Tensor2D) : (state as tf.Tensor2D);
      tf.dispose([cross, solved, renew ? state : undefined].filter((tensor) => tensor !== undefined));
      return { step: done, loss, solved: share };
    },
    model: () =>
      planeModel(TRAINED, Object.fromEntries([...variables].map(([name, variable]) => [name, variable.dataSync()]))),
    dispose() {
      tf.dispose([z, barred, wanted, answers, ...variables.values()]);
      optimizer.dispose();
      map.dispose();
    },
  };
}

/** ||row||, kept off 0, where a square root has no slope. */
const lengths = (rows: tf.Tensor) => tf.sqrt(tf.add(tf.sum(tf.square(rows), 1), 1e-6));
