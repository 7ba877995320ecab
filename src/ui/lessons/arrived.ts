import { arrivalAt } from "../../model/eqr/record/outcome";
import { decodedAt, gridKeyAt, type RunRecord } from "../../model/eqr/record/record";
import { isSolution } from "../../model/tasks";

/** Where a trajectory has come to rest by iteration k: since when, on which grid, and whether that is a solution. */
export function hasArrivedAt(record: RunRecord, trajectory: number, k: number) {
  const arrival = arrivalAt(record, trajectory, k);
  if (!arrival) return null;
  const { since, readAt } = arrival;
  const valid = isSolution(record.problem, decodedAt(record, trajectory, readAt));
  return { since, valid, key: gridKeyAt(record, trajectory, readAt) };
}
