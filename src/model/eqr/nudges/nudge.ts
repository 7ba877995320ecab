/**
 * Nudges: path noise that is categorical instead of Gaussian. A trajectory that does not settle by itself is shown a few
 * hypotheses, values sampled from its own softmax, as if they were given. Once the network believes that it has the
 * solution they are all released, and the state is accepted only if that belief outlives them: a solution is a fixed point
 * of the true condition, a wrong grid is not. If it comes to nothing, the trajectory begins again from a new z_0.
 * No rule of the task is consulted. This is ours, not the paper's; zero nudges are the paper's pure dynamics.
 *
 * Here is the protocol of one trajectory, a pure state machine. It looks at z_k where k is a multiple of NUDGE.look.
 */
import type { Supposition } from "../../tasks/task";
import type { Phase } from "../frame";

export const NUDGE = {
  /** Iterations under the true puzzle with which a cycle begins. */
  settle: 32,
  /** Iterations from one hypothesis to the next, and from the last one to the end of the cycle. */
  every: 16,
  /** Iterations between two looks at q; the other intervals are multiples of it. */
  look: 4,
  /** Iterations under the true puzzle that a state must outlive, once released. */
  release: 32,
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

/** What is due after z_k, whose halting logit is q, with `nudges` hypotheses at most. A NaN of q believes nothing. */
export function dueAt({ phase, since, hypotheses }: NudgeState, k: number, q: number, nudges: number): Due {
  if (k % NUDGE.look !== 0 || phase === "accepted") return "nothing";
  const believes = q > NUDGE.accept;
  if (phase === "releasing") {
    if (k < since + NUDGE.release) return "nothing";
    return believes ? "acceptance" : "fresh start";
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
