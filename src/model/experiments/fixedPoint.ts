import type { Lab, StateRef } from "../lab/lab";
import { problemOf } from "../tasks";
import { settle } from "./settle";
import { stateAt } from "./stateAt";

/** A state brought to rest as far as f32 allows. */
export interface PolishedState {
  readonly state: Float32Array;
  /** ||f(z) - z|| / ||z|| scaled by the damping it was polished with. */
  readonly residual: number;
  readonly digits: Uint8Array;
}

/** Residual at which a state is as good as the fixed point itself: float precision ends near 1e-7. */
const AT_REST = 2e-6;
/** The fixed points of F are those of f for every damping, but a large damping may make them repel: polish with less. */
const POLISH_LAMBDA = 0.6;
const POLISH_DEPTH = 256;

/** Iterations of one state that fixedPointOf makes at most. */
export function costOfPolish(origin: StateRef): number {
  return origin.k + POLISH_DEPTH;
}

/** The damping that a state is polished with where its recipe has this one. */
export function polishLambda(lambda: number): number {
  return Math.min(lambda, POLISH_LAMBDA);
}

/** The fixed point that a state of a run runs into, without noise; null where it comes to rest nowhere. */
export async function* fixedPointOf(lab: Lab, origin: StateRef): AsyncGenerator<null, PolishedState | null, void> {
  const z = yield* stateAt(lab, origin);
  const { recipe } = origin;
  const request = {
    problem: problemOf(recipe),
    lambda: polishLambda(recipe.lambda),
    tolerance: AT_REST,
    depth: POLISH_DEPTH,
  };
  for await (const landed of settle(lab, { ...request, count: 1, start: () => z, states: true })) {
    const [landing] = landed;
    if (!landing) yield null;
    else if (landing.settledAt !== null && landing.state)
      return { state: landing.state, residual: landing.residual, digits: landing.digits };
  }
  return null;
}
