import { isSettledOutcome, isValidOutcome } from "../../viz/outcome";
import type { TrajectoryView } from "../../viz/types";

export interface PlainInput {
  readonly views: readonly TrajectoryView[];
  readonly k: number;
  /** Whether the cursor stands at the end of a run that is over. */
  readonly over: boolean;
  /** Whether the task's solver has found that there is no solution. */
  readonly impossible: boolean;
}

/** What one sees, as people say it: whether it is solved, by how many of the starts, and how long that took. */
export function plainVerdict({ views, k, over, impossible }: PlainInput): string {
  const n = views.length;
  const solved = views.filter(({ outcome }) => isValidOutcome(outcome));
  if (solved.length > 0) return solvedWords(solved, n);
  const resting = views.filter(({ outcome }) => isSettledOutcome(outcome)).length;
  if (impossible)
    return over || resting > 0
      ? "Not solved, and it cannot be: this puzzle has no solution."
      : "This puzzle has no solution: watch what the network does instead.";
  if (over)
    return `Not solved in ${k} iterations${resting > 0 ? `: ${startsWord(resting)} stopped at a wrong grid` : ""}.`;
  if (k === 0) return n === 1 ? "One random start, about to run." : `${n} random starts, about to run.`;
  return n === 1 ? "Not solved yet." : "Not solved yet by any start.";
}

/** Whether a run has ended with nothing to show, so that more of something may help. */
export function needsMore({ views, over, impossible }: PlainInput): boolean {
  return over && !impossible && views.length > 0 && !views.some(({ outcome }) => isValidOutcome(outcome));
}

function solvedWords(solved: readonly TrajectoryView[], n: number): string {
  const grids = new Set(solved.map(({ grid }) => grid?.number)).size;
  const latest = Math.max(...solved.map(({ settledAt, nudge }) => settledAt ?? nudge?.acceptedAt ?? 0));
  const after = latest > 0 ? `, after ${latest} iterations` : "";
  if (n === 1) return `Solved${after}.`;
  const all = solved.length === n;
  const who = all ? (n === 2 ? "both starts" : `all ${n} starts`) : `${solved.length} of ${n} starts`;
  // How many found which, the next sentence says.
  if (grids > 1) return `Solved in ${grids} different ways${all ? "" : ` by ${who}`}${after}.`;
  if (all) return `Solved: ${who} agree${after}.`;
  return `Solved by ${who}${after}.`;
}

function startsWord(count: number): string {
  return count === 1 ? "one start" : `${count} starts`;
}
