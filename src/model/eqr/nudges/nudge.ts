/**
 * Nudges: path noise that is categorical instead of Gaussian. A trajectory that does not settle by itself is shown a few
 * hypotheses, values sampled from its own softmax, as if they were given. Once the network believes that it has the
 * solution they are all released, the noise with them, and the state is accepted only where it comes to rest while the
 * network still believes: a solution is a fixed point of the true condition, a wrong grid is not. If it comes to nothing,
 * the trajectory begins again from a new z_0.
 * No rule of the task is consulted. This is ours, not the paper's; zero nudges are the paper's pure dynamics.
 *
 * Here is the protocol of one trajectory, a pure state machine. It looks at z_k where k is a multiple of NUDGE.look.
 */
import type { Supposition } from "../../tasks/task";
import { type NoiseSchedule, sigmaAt } from "../recipe/schedule";
import type { Phase } from "../record/frame";

export const NUDGE = {
  /** Iterations under the true puzzle with which a cycle begins. */
  settle: 32,
  /** Iterations from one hypothesis to the next, and from the last one to the end of the cycle. */
  every: 16,
  /** Iterations between two looks at q; the other intervals are multiples of it. */
  look: 4,
  /** Iterations after the release from which on a state is given up that the network does not believe in. */
  release: 32,
  /** Iterations after the release from which on a state is given up that has not come to rest. */
  rest: 64,
  /** q above which the network's belief counts, before the release and after it. */
  accept: 2,
  /** A cell is undecided while its largest softmax is below this. */
  undecided: 0.97,
} as const;

export interface NudgeState {
  readonly phase: Phase;
  /** Fresh starts before this one. */
  readonly cycle: number;
  /** The iteration at which the cycle began, its last hypothesis was set, it was released, or it was accepted. */
  readonly since: number;
  readonly hypotheses: readonly Supposition[];
}

export const FIRST_CYCLE: NudgeState = { phase: "settling", cycle: 0, since: 0, hypotheses: [] };

/** What a look finds due. To hypothesise needs the softmax of z_k, which nothing else does. */
export type Due = "nothing" | "hypothesis" | "release" | "acceptance" | "fresh start";

/** What is seen of z_k. */
export interface Look {
  /** Its halting logit; NaN believes nothing. */
  readonly q: number;
  /** Whether it came of a step at rest, its residual below the tolerance. */
  readonly rests: boolean;
}

/** Whether the hypotheses of a state in this phase have been taken away for good. */
function isReleased(phase: Phase | null): boolean {
  return phase === "releasing" || phase === "accepted";
}

/**
 * Deviation of the path noise in the step that makes iteration k of a trajectory in this phase: none from its release on, as
 * only a step without noise can be at rest.
 */
export function sigmaIn(phase: Phase | null, schedule: NoiseSchedule, k: number): number {
  return isReleased(phase) ? 0 : sigmaAt(schedule, k);
}

/** What is due after z_k, with `nudges` hypotheses at most. */
export function dueAt({ phase, since, hypotheses }: NudgeState, k: number, { q, rests }: Look, nudges: number): Due {
  if (k % NUDGE.look !== 0 || phase === "accepted") return "nothing";
  const believes = q > NUDGE.accept;
  if (phase === "releasing") {
    if (believes && rests) return "acceptance";
    return k < since + (believes ? NUDGE.rest : NUDGE.release) ? "nothing" : "fresh start";
  }
  if (believes) return "release";
  if (k < since + (phase === "settling" ? NUDGE.settle : NUDGE.every)) return "nothing";
  return hypotheses.length < nudges ? "hypothesis" : "fresh start";
}

/** The state after what was due; `hypothesis` null where no cell is left for one, and that ends the cycle too. */
export function afterLook(state: NudgeState, k: number, due: Due, hypothesis: Supposition | null): NudgeState {
  switch (due) {
    case "nothing":
      return state;
    case "hypothesis":
      return hypothesis
        ? { ...state, phase: "nudged", since: k, hypotheses: [...state.hypotheses, hypothesis] }
        : freshStart(state, k);
    case "release":
      return { ...state, phase: "releasing", since: k, hypotheses: [] };
    case "acceptance":
      return { ...state, phase: "accepted", since: k };
    case "fresh start":
      return freshStart(state, k);
  }
}

function freshStart({ cycle }: NudgeState, k: number): NudgeState {
  return { phase: "settling", cycle: cycle + 1, since: k, hypotheses: [] };
}
