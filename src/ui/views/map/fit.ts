import type { RunRecord } from "../../../model/eqr/record/record";

/** Iterations without which there is little to fit. */
const LEAST = 4;

/** Whether the map would look different on axes fitted anew: there are none yet, or the run is twice as long as when they were. */
export function fitOffered(record: RunRecord | null): boolean {
  if (!record) return false;
  const newest = record.frames.length - 1;
  return record.basis ? newest >= 2 * record.basis.window.k : newest >= LEAST;
}
