import type { NudgeCycle } from "../../model/eqr/nudges/nudgeRecord";

/** A stretch of iterations over which the same hypotheses stand. */
export interface Standing {
  readonly from: number;
  readonly to: number;
  readonly standing: number;
}

/** The stretches of a cycle in which hypotheses stand, in order: up by one with each, until the release or the end. */
export function standingSteps({ hypotheses, releasedAt, to }: NudgeCycle): Standing[] {
  const end = releasedAt ?? to;
  return hypotheses.map(({ k }, i) => ({ from: k, to: hypotheses[i + 1]?.k ?? end, standing: i + 1 }));
}
