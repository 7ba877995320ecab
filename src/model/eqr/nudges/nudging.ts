import { supposed } from "../../tasks";
import type { Problem } from "../../tasks/task";
import type { NoiseRow } from "../backend/backend";
import type { Recipe } from "../recipe/recipe";
import type { NoiseSchedule } from "../recipe/schedule";
import { isAtRest } from "../record/atRest";
import { drawHypothesis } from "./hypothesis";
import { afterLook, dueAt, FIRST_CYCLE, type Look, NUDGE, sigmaIn } from "./nudge";
import { createNudgeLog, type NudgeLog } from "./nudgeLog";

/** What a look changed. */
export interface Looked {
  /** Trajectories whose z_k is given up: they go on from the z_0 of this cycle. */
  readonly freshStarts: readonly { readonly trajectory: number; readonly cycle: number }[];
  /** Trajectories whose z_k has just been accepted. */
  readonly accepted: readonly number[];
  /** Whether some trajectory has other hypotheses than before. */
  readonly conditionsChanged: boolean;
}

/** The nudges of one run. A trajectory's are a function of the recipe, its index and its own states. */
export interface Nudging extends NudgeLog {
  /**
   * Looks at z_k with its halting logits q and residuals [B]; `softmaxOf` is asked only where a hypothesis is due.
   * Trajectories that have halted or broken, where `runs` says so, are left alone.
   */
  look(
    k: number,
    seen: { readonly q: ArrayLike<number>; readonly residual: ArrayLike<number> },
    softmaxOf: (trajectory: number) => Promise<Uint8Array>,
    runs?: (trajectory: number) => boolean,
  ): Promise<Looked>;
  /** The inputs of trajectories from now on, [cells] each, their hypotheses shown as if given; of all unless some are named. */
  inputs(trajectories?: readonly number[]): Uint8Array[];
}

const NOTHING: Looked = { freshStarts: [], accepted: [], conditionsChanged: false };

/** The path noise in the step that makes iteration k of a trajectory; without a log nothing is nudged. */
export function noiseRow(log: NudgeLog | null, schedule: NoiseSchedule, trajectory: number, k: number): NoiseRow {
  const phase = log?.stateAt(trajectory, k - 1).phase ?? null;
  return { trajectory, k, sigma: sigmaIn(phase, schedule, k) };
}

export function createNudging({ seed, breadth, nudges, tolerance }: Recipe, problem: Problem): Nudging {
  const { grid, input } = problem;
  const log = createNudgeLog(breadth, grid);
  const states = Array.from({ length: breadth }, () => FIRST_CYCLE);

  async function next(trajectory: number, k: number, seen: Look, softmaxOf: Parameters<Nudging["look"]>[2]) {
    const state = states[trajectory] ?? FIRST_CYCLE;
    const due = dueAt(state, k, seen, nudges);
    if (due !== "hypothesis") return afterLook(state, k, due, null);
    const closed = (cell: number) => input[cell] !== 0 || state.hypotheses.some((other) => other.cell === cell);
    return afterLook(state, k, due, drawHypothesis(await softmaxOf(trajectory), grid, closed, { seed, trajectory, k }));
  }

  return {
    ...log,

    async look(k, { q, residual }, softmaxOf, runs = () => true) {
      if (k % NUDGE.look !== 0) return NOTHING;
      const seenOf = (t: number) => ({
        q: q[t] ?? Number.NaN,
        rests: isAtRest(residual[t] ?? Number.NaN, tolerance),
      });
      const after = await Promise.all(
        states.map(async (state, t) => (runs(t) ? next(t, k, seenOf(t), softmaxOf) : state)),
      );
      const changed = after.flatMap((state, trajectory) => {
        const before = states[trajectory] ?? FIRST_CYCLE;
        if (state === before) return [];
        states[trajectory] = state;
        log.note(trajectory, k, state);
        return [{ trajectory, before, state }];
      });
      return {
        freshStarts: changed.flatMap(({ trajectory, before, state: { cycle } }) =>
          cycle === before.cycle ? [] : [{ trajectory, cycle }],
        ),
        accepted: changed.flatMap(({ trajectory, state }) => (state.phase === "accepted" ? [trajectory] : [])),
        conditionsChanged: changed.some(({ before, state }) => before.hypotheses.length !== state.hypotheses.length),
      };
    },

    inputs: (trajectories = [...states.keys()]) =>
      trajectories.map((t) => supposed(problem, states[t]?.hypotheses ?? [])),
  };
}
