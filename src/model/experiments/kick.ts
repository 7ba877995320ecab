import { tensor3d } from "@tensorflow/tfjs-core";
import { distance, norm } from "../analysis/vector";
import { SETTLE_RUN } from "../eqr/atRest";
import type { NamedAxes } from "../eqr/mapAxes";
import type { Cost, Experiment, Lab, Origin } from "./lab";
import { stateAt } from "./lab";
import { type Blow, strike } from "./perturbation";

/** Kicks one state once, and follows it beside its unkicked twin. Without path noise: at rest is judged without. */
export interface KickRequest {
  readonly kind: "kick";
  readonly origin: Origin;
  readonly blow: Blow;
  /** Which kick of this kind. */
  readonly draw: number;
  /** Iterations at most after the kick. */
  readonly depth: number;
}

/** The two states by iteration after the kick, from 1; distances from 0. */
export interface KickPartial {
  readonly home: readonly number[];
  readonly kicked: readonly number[];
  /** ||z' - z|| / ||z|| between the kicked state and its twin; index 0 is right after the kick. */
  readonly distance: readonly number[];
  /** Cells in which the two decode to different digits. */
  readonly cells: readonly number[];
  readonly path: KickedPath | null;
}

/** The kicked state on the trajectory map of its run, as long as the map keeps the axes it had at the kick. */
export interface KickedPath {
  /** Id of their basis. */
  readonly basis: number;
  /** Three coordinates an iteration after the kick, from 0; NaN once the axes are others. */
  readonly coords: readonly number[];
}

/** How one of the two ended. */
export interface Ending {
  /** Iteration after the kick from which it was at rest; null where it never was. */
  readonly settledAt: number | null;
  readonly residual: number;
  readonly q: number;
  readonly digits: Uint8Array;
}

export type KickOutcome =
  /** Back at the fixed point that it was bound for. */
  | "same"
  /** At rest somewhere else. */
  | "other"
  /** Not at rest within the depth. */
  | "none"
  /** The unkicked twin does not come to rest either: there is nothing to come back to. */
  | "no-home";

export interface KickResult extends KickPartial {
  readonly outcome: KickOutcome;
  readonly homeEnding: Ending;
  readonly kickedEnding: Ending;
}

/** Two states at rest are one fixed point when they are nearer than this share of their length: rest leaves some 1e-3. */
export const SAME_DISTANCE = 1e-2;
/** Iterations that are shown after both have come to rest. */
const TAIL = 8;

export function costOfKick({ origin, blow, depth }: KickRequest): Cost {
  return { iterations: origin.k * (blow.kind === "towards" ? 2 : 1) + 2 * depth };
}

export async function* runKick(lab: Lab, request: KickRequest): Experiment<KickPartial, KickResult> {
  const { origin, blow, draw, depth } = request;
  const { recipe, trajectory, k } = origin;
  const total = costOfKick(request).iterations;
  const z = yield* stateAt(lab, origin);
  const target = blow.kind === "towards" ? yield* stateAt(lab, { ...origin, trajectory: blow.trajectory }) : null;
  const hit = strike(z, blow, { seed: recipe.seed, trajectory, k, draw }, target);
  const map = lab.axesOf(recipe);
  const axes = () => (map && lab.axesOf(recipe)?.id === map.id ? map.axes : null);
  const batch = lab.batch([z, hit], { puzzle: recipe.puzzle, lambda: recipe.lambda, axes });
  const coords = map ? await placeOf(lab, hit, map) : [];
  const [home, kicked] = [createCourse(recipe.tolerance), createCourse(recipe.tolerance)];
  const distances = [distance(hit, z) / norm(z)];
  const cells: number[] = [];
  const soFar = (): KickPartial => ({
    home: [...home.residuals],
    kicked: [...kicked.residuals],
    distance: [...distances],
    cells: [...cells],
    path: map && { basis: map.id, coords: [...coords] },
  });
  const over = () => home.residuals.length >= depth || (home.rested() >= TAIL && kicked.rested() >= TAIL);
  while (!over()) {
    const { summaries, states } = await batch.advance(depth - batch.k, [0, 1]);
    summaries.forEach((summary, i) => {
      // A slice may go further than needed: how far must not depend on how fast the device is.
      if (over()) return;
      home.observe(summary.residual[0], summary.q[0], summary.digits.subarray(0, 81));
      kicked.observe(summary.residual[1], summary.q[1], summary.digits.subarray(81));
      const [a, b] = states[i] ?? [];
      distances.push(a && b ? distance(a, b) / norm(a) : Number.NaN);
      cells.push(differing(home.ending().digits, kicked.ending().digits));
      coords.push(...summary.coords.subarray(3, 6));
    });
    yield { done: lab.spent, total, partial: soFar() };
  }
  batch.dispose();
  const [homeEnding, kickedEnding] = [home.ending(), kicked.ending()];
  return {
    ...soFar(),
    homeEnding,
    kickedEnding,
    outcome: outcomeOf(homeEnding, kickedEnding, distances.at(-1) ?? Number.NaN),
  };
}

async function placeOf(lab: Lab, state: Float32Array, { axes }: NamedAxes): Promise<number[]> {
  const z = tensor3d(state, [1, 729, state.length / 729]);
  try {
    return [...(await lab.backend.project([z], axes))];
  } finally {
    z.dispose();
  }
}

/** What became of a kick: told by rest and distance alone, never by the rules of Sudoku. */
export function outcomeOf(home: Ending, kicked: Ending, apart: number): KickOutcome {
  if (home.settledAt === null) return "no-home";
  if (kicked.settledAt === null) return "none";
  return apart < SAME_DISTANCE ? "same" : "other";
}

/** Follows one state: its residuals, and since when it is at rest. */
function createCourse(tolerance: number) {
  const residuals: number[] = [];
  let resting = 0;
  let [q, digits] = [Number.NaN, new Uint8Array(81)];
  return {
    residuals,
    observe(residual = Number.NaN, qNow = Number.NaN, digitsNow: Uint8Array = digits) {
      residuals.push(residual);
      resting = residual < tolerance ? resting + 1 : 0;
      q = qNow;
      digits = digitsNow.slice();
    },
    /** Iterations since it counts as settled; negative before. */
    rested: () => resting - SETTLE_RUN,
    ending: (): Ending => ({
      settledAt: resting >= SETTLE_RUN ? residuals.length - resting + 1 : null,
      residual: residuals.at(-1) ?? Number.NaN,
      q,
      digits,
    }),
  };
}

function differing(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((count, digit, i) => count + (digit === b[i] ? 0 : 1), 0);
}
