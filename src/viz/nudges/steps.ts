import type { NudgeCycle } from "../../model/eqr/nudges/nudgeRecord";

/** A stretch of iterations under the same hypotheses. */
export interface HypothesisStep {
  readonly from: number;
  readonly to: number;
  /** How many. */
  readonly count: number;
}

/** The stretches of a cycle under hypotheses, in order: up by one with each, until the release or the end. */
export function hypothesisSteps({ hypotheses, releasedAt, to }: NudgeCycle): HypothesisStep[] {
  const end = releasedAt ?? to;
  return hypotheses.map(({ k }, i) => ({ from: k, to: hypotheses[i + 1]?.k ?? end, count: i + 1 }));
}
