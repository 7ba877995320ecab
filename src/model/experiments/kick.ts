import { distance, norm } from "../analysis/vector";
import { createRest, SETTLE_RUN } from "../eqr/record/atRest";
import type { Lab, StateRef } from "../lab/lab";
import { problemOf } from "../tasks";
import type { Experiment, Running } from "./experiment";
import { type Perturbation, perturb } from "./perturbation";
import { stateAt } from "./stateAt";

/** Kicks one state once, and follows it beside its unkicked twin. Without path noise: at rest is judged without. */
export interface KickRequest {
  readonly kind: "kick";
  readonly origin: StateRef;
  readonly perturbation: Perturbation;
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
  /** Cells in which the two decode to different values. */
  readonly cells: readonly number[];
  readonly path: KickedPath | null;
}

/** The kicked state on the trajectory map of its run, as long as the map keeps the axes it had at the kick. */
export interface KickedPath {
  /** Id of their basis. */
  readonly basis: number;
  /** Three coordinates per iteration after the kick, from 0; NaN once the axes have changed. */
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
  /** The unkicked twin does not come to rest either: there is nothing to return to. */
  | "no-home";

export interface KickResult extends KickPartial {
  readonly outcome: KickOutcome;
  readonly homeEnding: Ending;
  readonly kickedEnding: Ending;
}

/** Two states at rest are one fixed point when they are nearer than this share of their length: at rest they may be some 1e-3 apart. */
export const SAME_DISTANCE = 1e-2;
/** Iterations that are shown after both have come to rest. */
const TAIL = 8;

export const kick: Experiment<KickRequest, KickPartial, KickResult> = { kind: "kick", cost, run };

function cost({ origin, perturbation, depth }: KickRequest): number {
  return origin.k * (perturbation.kind === "towards" ? 2 : 1) + 2 * depth;
}

async function* run(lab: Lab, request: KickRequest): Running<KickPartial, KickResult> {
  const { origin, perturbation, draw, depth } = request;
  const { recipe, trajectory, k } = origin;
  const problem = problemOf(recipe);
  const cellCount = problem.input.length;
  const total = cost(request);
  const z = yield* stateAt(lab, origin);
  const target =
    perturbation.kind === "towards" ? yield* stateAt(lab, { ...origin, trajectory: perturbation.trajectory }) : null;
  const perturbed = perturb(z, perturbation, { seed: recipe.seed, trajectory, k, draw, cells: cellCount, target });
  const map = lab.axesOf(recipe);
  const axes = () => (map && lab.axesOf(recipe)?.id === map.id ? map.axes : null);
  const batch = lab.batch([z, perturbed], { inputs: [problem.input], lambda: recipe.lambda, axes });
  const coords = map ? await batch.project(1, map.axes) : [];
  const [home, kicked] = [createCourse(recipe.tolerance), createCourse(recipe.tolerance)];
  const distances = [distance(perturbed, z) / norm(z)];
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
      home.observe(summary.residual[0], summary.q[0], summary.digits.subarray(0, cellCount));
      kicked.observe(summary.residual[1], summary.q[1], summary.digits.subarray(cellCount));
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

/** How a kick ended, by rest and distance alone, never by the rules of the task. */
export function outcomeOf(home: Ending, kicked: Ending, apart: number): KickOutcome {
  if (home.settledAt === null) return "no-home";
  if (kicked.settledAt === null) return "none";
  return apart < SAME_DISTANCE ? "same" : "other";
}

/** Follows one state: its residuals, and since when it is at rest. */
function createCourse(tolerance: number) {
  const residuals: number[] = [];
  const rest = createRest(tolerance);
  let [q, digits] = [Number.NaN, new Uint8Array(0)];
  return {
    residuals,
    observe(residual = Number.NaN, qNow = Number.NaN, digitsNow: Uint8Array = digits) {
      residuals.push(residual);
      rest.observe(residual);
      q = qNow;
      digits = digitsNow.slice();
    },
    /** Iterations since it counts as settled; negative before. */
    rested: () => rest.run - SETTLE_RUN,
    ending: (): Ending => ({
      settledAt: rest.settledAt,
      residual: residuals.at(-1) ?? Number.NaN,
      q,
      digits,
    }),
  };
}

function differing(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((count, digit, i) => count + (digit === b[i] ? 0 : 1), 0);
}
