import { conditionWith } from "./condition";
import { type Frame, PHASES } from "./frame";
import { drawHypothesis } from "./hypothesis";
import { afterLook, dueAt, FIRST_CYCLE, NUDGE, type NudgeState } from "./nudge";
import type { Recipe } from "./recipe";

/** What a look changed. */
export interface Looked {
  /** Trajectories whose z_k is given up: they go on from the z_0 of this cycle. */
  readonly freshStarts: readonly { readonly trajectory: number; readonly cycle: number }[];
  /** Trajectories whose z_k has just been accepted. */
  readonly accepted: readonly number[];
  /** Whether some trajectory has other hypotheses than before. */
  readonly conditionsChanged: boolean;
}

/** The part of a frame that tells of nudges. */
export type NudgeMarks = Required<Pick<Frame, "hypotheses" | "phase" | "cycle">>;

/** The nudges of one run. A trajectory's are a function of the recipe, its index and its own states. */
export interface Nudging {
  /** Looks at z_k with its halting logits q [B]; `softmaxOf` is asked only where a hypothesis is due. */
  look(k: number, q: ArrayLike<number>, softmaxOf: (trajectory: number) => Promise<Uint8Array>): Promise<Looked>;
  /** The condition of every trajectory from now on: [B * 729], see conditionOf. */
  conditions(): Int32Array;
  /** Where a trajectory stood after the look at z_k: what the step to z_(k+1) was made under. */
  stateAt(trajectory: number, k: number): NudgeState;
  /** The cycle that a trajectory was in after the look at z_k, and the iteration at which it began. */
  cycleAt(trajectory: number, k: number): { readonly cycle: number; readonly k: number };
  /** What the iterations since the last look are marked with; new arrays at every call. */
  marks(): NudgeMarks;
}

const NOTHING: Looked = { freshStarts: [], accepted: [], conditionsChanged: false };

export function createNudging({ puzzle, seed, breadth, nudges }: Recipe): Nudging {
  /** Of each trajectory the states it has been in, the newest last, with the look that led to each. */
  const logs = Array.from({ length: breadth }, () => [{ k: 0, state: FIRST_CYCLE }]);
  const states = logs.map(() => FIRST_CYCLE);

  async function next(trajectory: number, k: number, q: number, softmaxOf: Parameters<Nudging["look"]>[2]) {
    const state = states[trajectory] ?? FIRST_CYCLE;
    const due = dueAt(state, k, q, nudges);
    if (due !== "hypothesis") return afterLook(state, k, due, null);
    const closed = (cell: number) => puzzle[cell] !== "." || state.hypotheses.some((other) => other.cell === cell);
    return afterLook(state, k, due, drawHypothesis(await softmaxOf(trajectory), closed, { seed, trajectory, k }));
  }

  const newest = (trajectory: number, k: number) => logs[trajectory]?.findLast((entry) => entry.k <= k)?.state;

  return {
    async look(k, q, softmaxOf) {
      if (k % NUDGE.look !== 0) return NOTHING;
      const after = await Promise.all(states.map((_, t) => next(t, k, q[t] ?? Number.NaN, softmaxOf)));
      const changed = after.flatMap((state, trajectory) => {
        const before = states[trajectory] ?? FIRST_CYCLE;
        if (state === before) return [];
        states[trajectory] = state;
        logs[trajectory]?.push({ k, state });
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

    conditions() {
      const x = new Int32Array(breadth * 729);
      states.forEach(({ hypotheses }, t) => {
        x.set(conditionWith(puzzle, hypotheses), t * 729);
      });
      return x;
    },

    stateAt: (trajectory, k) => newest(trajectory, k) ?? FIRST_CYCLE,

    cycleAt(trajectory, k) {
      const { cycle } = newest(trajectory, k) ?? FIRST_CYCLE;
      return { cycle, k: logs[trajectory]?.find((entry) => entry.state.cycle === cycle)?.k ?? 0 };
    },

    marks() {
      const hypotheses = new Uint8Array(breadth * 81);
      states.forEach((state, t) => {
        for (const { cell, digit } of state.hypotheses) hypotheses[t * 81 + cell] = digit;
      });
      return {
        hypotheses,
        phase: Uint8Array.from(states, ({ phase }) => PHASES.indexOf(phase)),
        cycle: Uint16Array.from(states, ({ cycle }) => cycle),
      };
    },
  };
}
