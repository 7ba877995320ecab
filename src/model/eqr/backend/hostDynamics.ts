import type { Tensor } from "@tensorflow/tfjs-core";
import type { Problem } from "../../tasks/task";
import { NUDGE } from "../nudges/nudge";
import { PURE } from "../nudges/nudgeLog";
import { createNudging, noiseRow } from "../nudges/nudging";
import type { Recipe } from "../recipe/recipe";
import { sigmaAt } from "../recipe/schedule";
import { withFreshStarts } from "../run/freshStart";
import { replay } from "../run/replay";
import { startStates } from "../run/termStart";
import type { MapBackend } from "./backend";
import type { Dynamics } from "./dynamics";

/** The dynamics where nothing but single iterations is left to the device: every look is a readback. */
export function createHostDynamics(backend: MapBackend, recipe: Recipe, problem: Problem): Dynamics {
  const { seed, lambda, breadth } = recipe;
  const nudging = recipe.nudges > 0 ? createNudging(recipe, problem) : null;
  let rows = Array.from({ length: breadth }, (_, t) => t);
  let x = backend.condition([problem.input]);
  /** What the last look put in the place of z_k; null where it gave nothing up. */
  let replaced: Tensor | null = null;
  let unread: Tensor[] = [];
  let disposed = false;

  function renewConditions(): void {
    if (!nudging) return;
    x.dispose();
    x = backend.condition(nudging.inputs(rows));
  }

  /** Whether rows differ in their noise from what their places say. */
  const ownNoise = () => nudging !== null || rows.length < breadth;

  return {
    start: () => startStates(backend, recipe, problem),

    step(z, k, axes) {
      const sigma = sigmaAt(recipe, k);
      const noise = ownNoise() && { rows: rows.map((trajectory) => noiseRow(nudging, recipe, trajectory, k)) };
      const options = { k, seed, lambda, sigma, first: 0, ...noise };
      const made = backend.step(replaced ?? z, x, axes, options);
      replaced?.dispose();
      replaced = null;
      unread.push(made.summary);
      return made.z;
    },

    collect() {
      const summaries = unread;
      unread = [];
      return backend.read(summaries);
    },

    untilLook: (k, halting) =>
      Math.min(halting.untilHalt(), nudging ? NUDGE.look - (k % NUDGE.look) : Number.POSITIVE_INFINITY),
    batches: 1,
    marksAt: (k) => nudging?.marksAt(k) ?? PURE,

    async look(z, { k, q, residual }, halting) {
      const runs = (t: number) => halting.standing(t) === "running" && Number.isFinite(residual[t]);
      const looked = await nudging?.look(k, { q, residual }, (t) => backend.beliefs(z, rows.indexOf(t)), runs);
      if (!looked || disposed) return;
      if (looked.conditionsChanged) renewConditions();
      const starts = looked.freshStarts.map((start) => ({ ...start, row: rows.indexOf(start.trajectory) }));
      if (starts.length > 0) replaced = withFreshStarts(backend, z, seed, starts);
    },

    only(kept, z) {
      rows = kept.flatMap((row) => rows[row] ?? []);
      renewConditions();
      const states = backend.gather(kept.map((row) => ({ z: replaced ?? z, row })));
      replaced?.dispose();
      replaced = null;
      return states;
    },

    replay: (trajectory, from, k) => replay(backend, recipe, problem, nudging, trajectory, from, k),

    dispose() {
      disposed = true;
      x.dispose();
      replaced?.dispose();
      for (const summary of unread) summary.dispose();
    },
  };
}
