import type { RunRecord } from "../../../model/eqr/record/record";
import { say } from "../../../words/say";

/**
 * The network's own measure of difficulty, of a run that is over: "rests at 37", the iteration at which half of the starts
 * that settled had done so; "does not rest" where none did. Null while it runs, for the slow ones come last.
 */
export function restText(record: RunRecord): string | null {
  const over = record.end !== null || record.frames.length > record.recipe.depth;
  if (!over) return null;
  const settled = [...record.settledAt].filter((k) => k >= 0).sort((a, b) => a - b);
  if (settled.length === 0) return say`does not rest`;
  return say`rests at ${settled[Math.floor((settled.length - 1) / 2)] ?? 0}`;
}
