import { isSettledOutcome, isValidOutcome } from "../../viz/outcome";
import type { TrajectoryView } from "../../viz/types";
import { say } from "../../words/say";

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
      ? say`Not solved, and it cannot be: this puzzle has no solution.`
      : say`This puzzle has no solution: watch what the network does instead.`;
  if (over)
    return say`Not solved in ${k} iterations${resting > 0 ? say`: ${startsWord(resting)} stopped at a wrong grid` : ""}.`;
  if (k === 0) return n === 1 ? say`One random start, about to run.` : say`${n} random starts, about to run.`;
  return n === 1 ? say`Not solved yet.` : say`Not solved yet by any start.`;
}

/** Whether a run has ended with nothing to show, so that more of something may help. */
export function needsMore({ views, over, impossible }: PlainInput): boolean {
  return over && !impossible && views.length > 0 && !views.some(({ outcome }) => isValidOutcome(outcome));
}

function solvedWords(solved: readonly TrajectoryView[], n: number): string {
  const grids = new Set(solved.map(({ grid }) => grid?.number)).size;
  const latest = Math.max(...solved.map(({ settledAt, nudge }) => settledAt ?? nudge?.acceptedAt ?? 0));
  const after = latest > 0 ? say`, after ${latest} iterations` : "";
  if (n === 1) return say`Solved${after}.`;
  const all = solved.length === n;
  const who = all ? (n === 2 ? say`both starts` : say`all ${n} starts`) : say`${solved.length} of ${n} starts`;
  // How many found which, the next sentence says.
  if (grids > 1) return say`Solved in ${grids} different ways${all ? "" : say` by ${who}`}${after}.`;
  if (all) return say`Solved: ${who} agree${after}.`;
  return say`Solved by ${who}${after}.`;
}

function startsWord(count: number): string {
  return count === 1 ? say`one start` : say`${count} starts`;
}
