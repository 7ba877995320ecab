import { cellsOf, type Grid, type Supposition } from "../../tasks/task";
import { philox } from "../noise/noise";
import { NUDGE } from "./nudge";

/** The second half of the Philox key of hypotheses: "NUDG" in ASCII, apart from the stream of the Gaussian noise. */
export const NUDGE_STREAM = 0x4e554447;

/** Below it, a softmax of a byte (255 = 1) is undecided. */
const UNDECIDED = NUDGE.undecided * 255;

/** Which trajectory of which seed looks at which of its iterations: the same place draws the same. */
export interface Place {
  readonly seed: number;
  readonly trajectory: number;
  readonly k: number;
}

/**
 * A hypothesis for a state: a cell drawn evenly from the undecided ones, a value drawn from its softmax. Null when no
 * cell is left. softmax [cells, values] as bytes (255 = 1); `closed` says of a cell that it is given or hypothesised already.
 */
export function drawHypothesis(
  softmax: Uint8Array,
  grid: Grid,
  closed: (cell: number) => boolean,
  place: Place,
): Supposition | null {
  const open: number[] = [];
  const sharesOf = (cell: number) => softmax.subarray(cell * grid.values, (cell + 1) * grid.values);
  for (let cell = 0; cell < cellsOf(grid); cell++) if (!closed(cell) && isUndecided(sharesOf(cell))) open.push(cell);
  const cell = open[below(open.length, word(place, 0))];
  if (cell === undefined) return null;
  return { cell, value: sample(sharesOf(cell), word(place, 1)) };
}

/** A state that is not finite has zeros for a softmax: nothing can be drawn from it. */
function isUndecided(shares: Uint8Array): boolean {
  const top = Math.max(...shares);
  return top > 0 && top < UNDECIDED;
}

/** A value from 1 with a chance in proportion to its share. Whole numbers throughout: equal shares draw alike everywhere. */
function sample(shares: Uint8Array, random: number): number {
  const total = shares.reduce((a, b) => a + b, 0);
  let left = below(total, random);
  for (let i = 0; i < shares.length; i++) {
    left -= shares[i] ?? 0;
    if (left < 0) return i + 1;
  }
  throw new RangeError("No value can be drawn from shares that are all zero.");
}

/** A whole number in [0, n) from 32 random bits. */
function below(n: number, random: number): number {
  return Math.floor((random * n) / 2 ** 32);
}

/** 32 random bits; `draw` counts what is drawn at one place. */
function word({ seed, trajectory, k }: Place, draw: number): number {
  return philox([draw, k, trajectory, 0], [seed, NUDGE_STREAM])[0];
}
