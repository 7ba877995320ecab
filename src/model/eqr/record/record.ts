import { type FoundGrid, gridKey } from "../../analysis/gridTags";
import { isSolution, problemOf } from "../../tasks";
import { cellsOf, type Problem } from "../../tasks/task";
import { sigmaIn } from "../nudges/nudge";
import type { Recipe } from "../recipe/recipe";
import { isAtRest, isSettledBy, SETTLE_RUN, settledSince } from "./atRest";
import {
  type Basis,
  type Beliefs,
  type Frame,
  PHASES,
  type Phase,
  type Reprojection,
  type RunEnd,
  type Spent,
} from "./frame";

/**
 * Everything a run has left behind, append-only. Panels draw it at a cursor (an iteration).
 * It is changed in place and `revision` counts the changes: a view compares revisions, not contents.
 */
export interface RunRecord {
  readonly recipe: Recipe;
  /** What the recipe's puzzle is. */
  readonly problem: Problem;
  /** frames[k] is iteration k. */
  readonly frames: Frame[];
  /** [B] the first iteration of the stretch in which the trajectory settled, -1 while it has not. */
  readonly settledAt: Int32Array;
  /** The distinct grids that trajectories have settled on or were accepted with, in the order in which they were reached. */
  readonly arrived: FoundGrid[];
  /** Softmax pictures fetched so far, by beliefKey. */
  readonly beliefs: Map<number, Uint8Array>;
  basis: Basis | null;
  end: RunEnd | null;
  spent: Spent;
  revision: number;
}

export type Status = "start" | "moving" | "wandering" | "settled" | "broken";

const NOTHING_SPENT: Spent = { iterations: 0, flop: 0, gpuMs: null };

/** An empty record. Throws an Error that says what is wrong with the recipe's puzzle. */
export function createRecord(recipe: Recipe): RunRecord {
  const settledAt = new Int32Array(recipe.breadth).fill(-1);
  return {
    recipe,
    problem: problemOf(recipe),
    frames: [],
    settledAt,
    arrived: [],
    beliefs: new Map(),
    basis: null,
    end: null,
    spent: NOTHING_SPENT,
    revision: 0,
  };
}

/** Adds the next iteration. Throws a RangeError when frames arrive out of order. */
export function appendFrame(record: RunRecord, frame: Frame): void {
  if (frame.k !== record.frames.length)
    throw new RangeError(`Iteration ${record.frames.length} was due, iteration ${frame.k} arrived.`);
  record.frames.push(frame);
  for (let t = 0; t < record.recipe.breadth; t++) {
    const settled = isSettled(record, t, frame.k);
    const mark = record.settledAt[t] ?? -1;
    if (settled && mark < 0) record.settledAt[t] = frame.k - SETTLE_RUN + 1;
    // A state that was kicked or shaken loose is not settled any more.
    if (!settled && mark >= 0) record.settledAt[t] = -1;
    if (settled || phaseAt(record, t, frame.k) === "accepted") noteArrival(record, t, frame.k, settled && mark >= 0);
  }
  record.revision++;
}

/** Keeps the grid of a trajectory that has arrived; `before` says that it had settled already at the iteration before. */
function noteArrival(record: RunRecord, t: number, k: number, before: boolean): void {
  const digits = decodedAt(record, t, k);
  const accepted = phaseAt(record, t, k) === "accepted";
  // An accepted state counts as it was accepted, until it comes to rest.
  if (!before && accepted && phaseAt(record, t, k - 1) === "accepted" && (record.settledAt[t] ?? -1) < 0) return;
  if (before && isEqual(digits, decodedAt(record, t, k - 1))) return;
  if (record.arrived.some((known) => isEqual(known.digits, digits))) return;
  record.arrived.push({ digits: digits.slice(), valid: isSolution(record.problem, digits) });
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((value, cell) => value === b[cell]);
}

/** Moves the record to a new basis; coordinates that are no longer known become NaN. */
export function applyBasis(record: RunRecord, { basis, ks, coords }: Reprojection): void {
  const width = record.recipe.breadth * 3;
  for (const frame of record.frames) frame.coords.fill(Number.NaN);
  ks.forEach((k, i) => {
    record.frames[k]?.coords.set(coords.subarray(i * width, (i + 1) * width));
  });
  record.basis = basis;
  record.revision++;
}

export function addBeliefs(record: RunRecord, { trajectory, k, softmax }: Beliefs): void {
  record.beliefs.set(beliefKey(trajectory, k), softmax);
  record.revision++;
}

export function beliefKey(trajectory: number, k: number): number {
  return trajectory * 65536 + k;
}

export function residualAt(record: RunRecord, trajectory: number, k: number): number {
  return record.frames[k]?.residual[trajectory] ?? Number.NaN;
}

/** What a nudged trajectory was doing at iteration k; null without nudges. */
export function phaseAt(record: RunRecord, trajectory: number, k: number): Phase | null {
  return PHASES[record.frames[k]?.phase?.[trajectory] ?? -1] ?? null;
}

/**
 * Whether z_k came of a step at rest: a residual below the tolerance, without noise. A step under hypotheses is none: where
 * it rests is a fixed point of another condition.
 */
function isResting(record: RunRecord, trajectory: number, k: number): boolean {
  const phase = phaseAt(record, trajectory, k);
  const sigma = sigmaIn(phase, record.recipe, k);
  return phase !== "nudged" && isAtRest(residualAt(record, trajectory, k), record.recipe.tolerance, sigma);
}

/** True where the trajectory was at rest at k and the iterations just before it. */
export function isSettled(record: RunRecord, trajectory: number, k: number): boolean {
  return isSettledBy((i) => isResting(record, trajectory, i), k);
}

/** The first iteration of the stretch at rest that k is in, null where the trajectory has not settled. */
export function settledAt(record: RunRecord, trajectory: number, k: number): number | null {
  // The stretch of the newest iteration is marked: pictures ask for every trajectory at every iteration.
  const mark = record.settledAt[trajectory] ?? -1;
  if (mark >= 0 && k >= mark && k < record.frames.length) return k >= mark + SETTLE_RUN - 1 ? mark : null;
  return settledSince((i) => isResting(record, trajectory, i), k);
}

/** The iteration at which a trajectory that is broken at k broke; null where it is not. */
export function brokenAt(record: RunRecord, trajectory: number, k: number): number | null {
  let since: number | null = null;
  // Back to where it was finite: it never is again.
  for (let i = k; i > 0 && !Number.isFinite(residualAt(record, trajectory, i)); i--) since = i;
  return since;
}

const WANDER_WINDOW = 16;

/**
 * What a trajectory is doing at iteration k. Wandering: over the last 16 iterations its residual has fallen by less than
 * half against the 16 before; until 32 iterations are known it is moving.
 */
export function statusAt(record: RunRecord, trajectory: number, k: number): Status {
  const frame = record.frames[k];
  if (!frame || k === 0) return "start";
  if (!Number.isFinite(residualAt(record, trajectory, k))) return "broken";
  if (isSettled(record, trajectory, k)) return "settled";
  if (k <= 2 * WANDER_WINDOW) return "moving";
  const now = meanResidual(record, trajectory, k - WANDER_WINDOW + 1, k);
  const before = meanResidual(record, trajectory, k - 2 * WANDER_WINDOW + 1, k - WANDER_WINDOW);
  return now < before / 2 ? "moving" : "wandering";
}

function meanResidual(record: RunRecord, trajectory: number, from: number, to: number): number {
  let sum = 0;
  for (let k = from; k <= to; k++) sum += residualAt(record, trajectory, k);
  return sum / (to - from + 1);
}

/** [cells] what a trajectory decodes to at iteration k, a view on the frame; zeros where there is none. */
export function decodedAt(record: RunRecord, trajectory: number, k: number): Uint8Array {
  return cellsAt(record, record.frames[k]?.digits, trajectory) ?? new Uint8Array(cellsOf(record.problem.grid));
}

/** [cells] largest softmax of each cell at iteration k, 255 = 1, a view on the frame; zeros where there is none. */
export function confidenceAt(record: RunRecord, trajectory: number, k: number): Uint8Array {
  return cellsAt(record, record.frames[k]?.confidence, trajectory) ?? new Uint8Array(cellsOf(record.problem.grid));
}

/** [cells] the values supposed in the step that made z_k, 0 where none was, a view on the frame; null without nudges. */
export function suppositionsAt(record: RunRecord, trajectory: number, k: number): Uint8Array | null {
  return cellsAt(record, record.frames[k]?.hypotheses, trajectory);
}

function cellsAt({ problem }: RunRecord, values: Uint8Array | null | undefined, trajectory: number): Uint8Array | null {
  const cells = cellsOf(problem.grid);
  return values?.subarray(trajectory * cells, (trajectory + 1) * cells) ?? null;
}

/** The decoded grid as a short text: equal where the grids are. */
export function gridKeyAt(record: RunRecord, trajectory: number, k: number): string {
  return gridKey(decodedAt(record, trajectory, k));
}
