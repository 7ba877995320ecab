import { isSolution } from "../../tasks";
import { acceptedAt } from "../nudges/nudgeRecord";
import { decodedAt, type RunRecord, settledAt, statusAt } from "./record";

/**
 * What a trajectory has come to at one iteration. Settled: at rest. Accepted: its nudges have ended with a state that the
 * network believes in, and it has not been at rest for long enough to count as settled. Valid: what it decodes to solves the problem, as the
 * rules of its task say; nothing in a run depends on that.
 */
export type Outcome =
  | "start"
  | "moving"
  | "wandering"
  | "settled-valid"
  | "settled-other"
  | "accepted-valid"
  | "accepted-other"
  | "broken";

/** Where a trajectory has arrived. */
export interface Arrival {
  readonly kind: "settled" | "accepted";
  /** The first iteration of the stretch at rest, or the one whose state was accepted. */
  readonly since: number;
  /** The iteration whose decoded values count. */
  readonly readAt: number;
}

/** Where a trajectory has arrived by iteration k; null while it is under way. */
export function arrivalAt(record: RunRecord, trajectory: number, k: number): Arrival | null {
  const settled = settledAt(record, trajectory, k);
  if (settled !== null) return { kind: "settled", since: settled, readAt: k };
  const accepted = acceptedAt(record, trajectory, k);
  return accepted === null ? null : { kind: "accepted", since: accepted, readAt: accepted };
}

/** The outcome of a trajectory at iteration k; `arrival` is its arrival by then, for callers that know it. */
export function outcomeAt(
  record: RunRecord,
  trajectory: number,
  k: number,
  arrival = arrivalAt(record, trajectory, k),
): Outcome {
  const status = statusAt(record, trajectory, k);
  if (status === "broken" || status === "start") return status;
  if (arrival) {
    const valid = isSolution(record.problem, decodedAt(record, trajectory, arrival.readAt));
    return `${arrival.kind}-${valid ? "valid" : "other"}`;
  }
  // Settled is an arrival.
  return status === "wandering" ? status : "moving";
}
