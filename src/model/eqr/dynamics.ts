import { reshape, type Tensor } from "@tensorflow/tfjs-core";
import type { Axes, MapBackend } from "./backend";
import { conditionOf, conditionWith } from "./condition";
import { type Frame, PHASES } from "./frame";
import { freshState, withFreshStarts } from "./freshStart";
import { NUDGE } from "./nudge";
import { createNudging, type NudgeMarks } from "./nudging";
import { type Recipe, sigmaAt } from "./recipe";
import { withTermStart } from "./termStart";

/** The law of one run: which state follows which, with the nudges in between. It keeps no states. */
export interface Dynamics {
  /** z_0 of every trajectory: [B, 729, d]. */
  start(): Tensor;
  /** z_k from z = z_(k-1), or from the fresh starts that the look at z_(k-1) put in its place. */
  step(z: Tensor, k: number, axes: Axes | null): { readonly z: Tensor; readonly summary: Tensor };
  /** Iterations that may follow z_k before its trajectories must be looked at. */
  untilLook(k: number): number;
  /** What the frames since the last look say of nudges. */
  marks(): NudgeMarks;
  /** Looks at z = z_k once untilLook has passed; marks in its frame which trajectories were accepted. */
  look(z: Tensor, frame: Frame): Promise<void>;
  /** z_k of one trajectory, [1, 729, d], run again alone from an earlier state of all. */
  replay(trajectory: number, from: { readonly k: number; readonly z: Tensor }, k: number): Tensor;
  dispose(): void;
}

const PURE: NudgeMarks = { hypotheses: null, phase: null, cycle: null };

export function createDynamics(backend: MapBackend, recipe: Recipe, d: number): Dynamics {
  const { puzzle, seed, lambda, breadth } = recipe;
  const nudging = recipe.nudges > 0 ? createNudging(recipe) : null;
  let x = backend.condition(conditionOf(puzzle));
  /** What the last look put in the place of z_k; null where it gave nothing up. */
  let replaced: Tensor | null = null;
  let disposed = false;

  function stepFrom(z: Tensor, k: number, condition: Tensor, first: number, axes: Axes | null) {
    return backend.step(z, condition, axes, { k, seed, lambda, sigma: sigmaAt(recipe, k), first });
  }

  /** The state to replay from: the latest fresh start before z_k, or the trajectory's row of the state given. */
  function origin(trajectory: number, from: { readonly k: number; readonly z: Tensor }, k: number) {
    const begun = nudging?.cycleAt(trajectory, k - 1);
    if (begun && begun.cycle > 0 && begun.k >= from.k)
      return { k: begun.k, z: freshState(seed, { trajectory, cycle: begun.cycle }, d) };
    const row = backend.gather([{ z: from.z, row: trajectory }]);
    const z: Tensor = reshape(row, [1, 729, d]);
    row.dispose();
    return { k: from.k, z };
  }

  return {
    start() {
      const starts = backend.start(seed, 0, breadth);
      return recipe.start?.length ? withTermStart(backend, recipe, recipe.start, starts) : starts;
    },

    step(z, k, axes) {
      const made = stepFrom(replaced ?? z, k, x, 0, axes);
      replaced?.dispose();
      replaced = null;
      return made;
    },

    untilLook: (k) => (nudging ? NUDGE.look - (k % NUDGE.look) : Number.POSITIVE_INFINITY),
    marks: () => nudging?.marks() ?? PURE,

    async look(z, { k, q, phase }) {
      const looked = await nudging?.look(k, q, (trajectory) => backend.beliefs(z, trajectory));
      if (!looked || disposed) return;
      for (const trajectory of looked.accepted) phase?.set([PHASES.indexOf("accepted")], trajectory);
      if (looked.conditionsChanged && nudging) {
        x.dispose();
        x = backend.condition(nudging.conditions());
      }
      const starts = looked.freshStarts.map((start) => ({ ...start, row: start.trajectory }));
      if (starts.length > 0) replaced = withFreshStarts(backend, z, seed, starts);
    },

    replay(trajectory, from, k) {
      const begin = origin(trajectory, from, k);
      let { z } = begin;
      // Without nudges the condition is that of all trajectories, else that of the hypotheses which stood at the time.
      let own: Tensor | null = null;
      let stood: unknown = null;
      for (let j = begin.k + 1; j <= k; j++) {
        const hypotheses = nudging?.stateAt(trajectory, j - 1).hypotheses;
        if (hypotheses && hypotheses !== stood) {
          own?.dispose();
          own = backend.condition(conditionWith(puzzle, hypotheses));
          stood = hypotheses;
        }
        const next = stepFrom(z, j, own ?? x, trajectory, null);
        next.summary.dispose();
        z.dispose();
        z = next.z;
      }
      own?.dispose();
      return z;
    },

    dispose() {
      disposed = true;
      x.dispose();
      replaced?.dispose();
    },
  };
}
