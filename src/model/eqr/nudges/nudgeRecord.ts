/** What a run record says of nudges: read off its frames alone. */

import type { Supposition } from "../../tasks/task";
import { phaseAt, type RunRecord, suppositionsAt } from "../record/record";
import { NUDGE } from "./nudge";

/** A hypothesis and the iteration whose state it was drawn from; the steps after that were made under it. */
export interface SetHypothesis extends Supposition {
  readonly k: number;
}

/**
 * What became of a cycle. Accepted: after the release the state came to rest, and the network believed in it. Rejected: it
 * did not come to rest, or the network no longer believed. Expired: it never believed, and nothing was released. Open: it
 * goes on at the last iteration looked at.
 */
export type Fate = "accepted" | "rejected" | "expired" | "open";

/** The stretch of a trajectory between two fresh starts. */
export interface NudgeCycle {
  /** Counts from 0. */
  readonly cycle: number;
  /** Its states are z_(from + 1) ... z_to. At `from` the new z_0 took the place of z_from (cycle 0: it is z_from). */
  readonly from: number;
  readonly to: number;
  readonly hypotheses: readonly SetHypothesis[];
  /** The iteration whose state made the network believe, so that all hypotheses were taken away; null if none did. */
  readonly releasedAt: number | null;
  /** The iteration whose state was accepted, else null. */
  readonly acceptedAt: number | null;
  readonly fate: Fate;
}

/** What happened in a trajectory after a look at z_k, in order of k. */
export type NudgeEvent =
  | ({ readonly kind: "hypothesis"; readonly cycle: number } & SetHypothesis)
  | { readonly kind: "released" | "accepted" | "rejected" | "expired"; readonly cycle: number; readonly k: number };

/** The cycle of z_k, from 0; null without nudges. */
export function cycleAt(record: RunRecord, trajectory: number, k: number): number | null {
  return record.frames[k]?.cycle?.[trajectory] ?? null;
}

/** The iteration whose state was accepted, if that was by iteration k, else null. */
export function acceptedAt(record: RunRecord, trajectory: number, k: number): number | null {
  if (phaseAt(record, trajectory, k) !== "accepted") return null;
  // Accepted is for good: halve the stretch that holds the first such iteration.
  let [before, at] = [-1, k];
  while (at - before > 1) {
    const middle = (before + at) >> 1;
    if (phaseAt(record, trajectory, middle) === "accepted") at = middle;
    else before = middle;
  }
  return at;
}

/** The cycles of a trajectory up to iteration k, the first first; none without nudges. */
export function nudgeCycles(record: RunRecord, trajectory: number, k = record.frames.length - 1): NudgeCycle[] {
  const cycles: NudgeCycle[] = [];
  for (let from = 0; from < k && cycleAt(record, trajectory, from + 1) !== null; ) {
    const cycle = readCycle(record, trajectory, from, k);
    cycles.push(cycle);
    from = cycle.to;
  }
  return cycles;
}

/** The same as a list of events. */
export function nudgeEvents(record: RunRecord, trajectory: number, k?: number): NudgeEvent[] {
  return nudgeCycles(record, trajectory, k).flatMap(({ cycle, hypotheses, releasedAt, acceptedAt, to, fate }) => [
    ...hypotheses.map((set): NudgeEvent => ({ kind: "hypothesis", cycle, ...set })),
    ...(releasedAt === null ? [] : [{ kind: "released", cycle, k: releasedAt } as const]),
    ...(fate === "open" ? [] : [{ kind: fate, cycle, k: acceptedAt ?? to }]),
  ]);
}

/** The cycle whose first state is z_(from + 1). */
function readCycle(record: RunRecord, trajectory: number, from: number, last: number): NudgeCycle {
  const cycle = cycleAt(record, trajectory, from + 1) ?? 0;
  const hypotheses: SetHypothesis[] = [];
  let releasedAt: number | null = null;
  let acceptedAt: number | null = null;
  let to = from;
  while (to < last && cycleAt(record, trajectory, to + 1) === cycle) {
    to++;
    const phase = phaseAt(record, trajectory, to);
    if (phase === "releasing") releasedAt ??= to - 1;
    if (phase === "accepted") acceptedAt ??= to;
    // Hypotheses change only with a look.
    if (phase === "nudged" && (to - 1) % NUDGE.look === 0) hypotheses.push(...newHypotheses(record, trajectory, to));
  }
  const over = to < last;
  const fate = acceptedAt !== null ? "accepted" : !over ? "open" : releasedAt !== null ? "rejected" : "expired";
  return { cycle, from, to, hypotheses, releasedAt, acceptedAt, fate };
}

/** The hypotheses under which z_k was made and z_(k-1) was not. */
function newHypotheses(record: RunRecord, trajectory: number, k: number): SetHypothesis[] {
  const [now, before] = [suppositionsAt(record, trajectory, k), suppositionsAt(record, trajectory, k - 1)];
  const found: SetHypothesis[] = [];
  now?.forEach((value, cell) => {
    if (value !== 0 && value !== before?.[cell]) found.push({ k: k - 1, cell, value });
  });
  return found;
}
