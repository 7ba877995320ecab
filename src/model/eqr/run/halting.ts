import { HALT_BY, type Recipe } from "../recipe/recipe";
import { sigmaAt } from "../recipe/schedule";
import { createRun, isAtRest } from "../record/atRest";
import { PHASES, type RunEnd } from "../record/frame";

/** What is known of the trajectories after an iteration; B = breadth. */
export interface Observed {
  /** [B] */
  readonly residual: ArrayLike<number>;
  /** [B] halting logits. */
  readonly q: ArrayLike<number>;
  /** [B] with nudges. */
  readonly phase?: ArrayLike<number> | null;
}

/** Whether a trajectory still runs, has come to rest, or has broken. */
export type Standing = "running" | "halted" | "broken";

export interface Halting {
  /** Takes the next iteration; says whether the run ends with it. */
  observe(observed: Observed): RunEnd | null;
  /** A trajectory that has halted or broken stays as it is and costs nothing any more. */
  standing(trajectory: number): Standing;
  /** The iteration from which on a trajectory has stayed as it is; infinite while it runs. */
  since(trajectory: number): number;
  /** Trajectories that still run. */
  readonly running: number;
  /** Iterations made so far, of all trajectories together. */
  readonly spent: number;
  /** Iterations that can be computed in one go without running past the depth or the budget. */
  ahead(): number;
  /** The same, without one in which a trajectory halts before the last of them. */
  untilHalt(): number;
}

const ACCEPTED = PHASES.indexOf("accepted");

/**
 * When a trajectory halts, and when a run ends. A trajectory halts once it has been at rest for `haltRun` iterations: its
 * residual below the tolerance in steps without noise, or its halting logit above 0. A nudged one must have been accepted
 * too, and has no noise then: before that it may be at rest under hypotheses, or on something the network does not believe,
 * and a fresh start is to come. One that is not finite any more has broken. A run ends once `stopCount` trajectories have halted (0: once none runs any more), at
 * its depth, or before the iteration that its budget does not allow. All this depends on the recipe alone, never on how
 * many iterations are computed in one go. standing.wgsl does the same on the device.
 */
export function createHalting(recipe: Recipe): Halting {
  const { depth, breadth, stopCount, haltRun, budget, tolerance } = recipe;
  const byResidual = HALT_BY[recipe.haltBy] === "residual";
  const rests = Array.from({ length: breadth }, () => createRun((still: boolean) => still));
  const standing: Standing[] = Array.from({ length: breadth }, () => "running");
  const stoppedAt = new Float64Array(breadth).fill(Number.POSITIVE_INFINITY);
  let running = breadth;
  let halted = 0;
  let spent = 0;
  let k = 0;

  function isStill(residual: number, q: number, phase: number | null): boolean {
    if (phase !== null && phase !== ACCEPTED) return false;
    return byResidual ? isAtRest(residual, tolerance, phase === null ? sigmaAt(recipe, k) : 0) : q > 0;
  }

  function advance(trajectory: number, { residual, q, phase }: Observed): void {
    const r = residual[trajectory] ?? Number.NaN;
    const still = isStill(r, q[trajectory] ?? Number.NaN, phase?.[trajectory] ?? null);
    const rest = rests[trajectory];
    rest?.observe(still);
    const broken = !Number.isFinite(r);
    if (!broken && (haltRun === 0 || (rest?.run ?? 0) < haltRun)) return;
    standing[trajectory] = broken ? "broken" : "halted";
    stoppedAt[trajectory] = k;
    running--;
    if (!broken) halted++;
  }

  function endAfter(): RunEnd | null {
    if (stopCount > 0 && stopCount < breadth && halted >= stopCount) return { kind: "stopped", halted };
    if (running === 0) return halted === 0 ? { kind: "broken" } : { kind: "settled" };
    if (k >= depth) return { kind: "depth" };
    return budget > 0 && spent + running > budget ? { kind: "budget", spent } : null;
  }

  return {
    observe(observed) {
      k++;
      spent += running;
      for (let t = 0; t < breadth; t++) if (standing[t] === "running") advance(t, observed);
      return endAfter();
    },
    standing: (trajectory) => standing[trajectory] ?? "running",
    since: (trajectory) => stoppedAt[trajectory] ?? Number.POSITIVE_INFINITY,
    get running() {
      return running;
    },
    get spent() {
      return spent;
    },
    ahead: () => Math.min(depth - k, budget > 0 ? Math.floor((budget - spent) / running) : Number.POSITIVE_INFINITY),
    untilHalt: () =>
      haltRun === 0
        ? Number.POSITIVE_INFINITY
        : haltRun - Math.max(0, ...rests.flatMap(({ run }, t) => (standing[t] === "running" ? [run] : []))),
  };
}
