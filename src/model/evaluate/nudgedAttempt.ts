import { scalesOf } from "../analysis/scales";
import { NUDGE } from "../eqr/nudges/nudge";
import { createNudging, noiseRow } from "../eqr/nudges/nudging";
import type { Select } from "../eqr/recipe/selection";
import { rowsOf, type Summary } from "../eqr/record/summary";
import { textOf } from "../tasks/task";
import type { Attempt, AttemptRequest, AttemptResult } from "./attempt";
import { createMarks } from "./marks";

/**
 * Cycles of nudged starts, until one is accepted or the recipe's depth is reached. Unlike a run on the page it does not
 * wait for the other starts, nor for the accepted one to halt. Only the newest iteration is kept: it may take long.
 */
export function createNudgedAttempt({ recipe, problem, select }: AttemptRequest): Attempt {
  const { breadth, depth, seed } = recipe;
  const nudging = createNudging(recipe, problem);
  const marks = createMarks(scalesOf(recipe));
  const cells = problem.input.length;
  const trajectories = Array.from({ length: breadth }, (_, t) => t);
  let k = 0;

  const bestOf = (summary: Summary, accepted: readonly number[]) => bestStart(summary, accepted, select);
  const gridOf = (summary: Summary, best: number) => textOf(summary.digits.subarray(best * cells, (best + 1) * cells));

  function resultOf(summary: Summary, accepted: readonly number[]): AttemptResult {
    const best = bestOf(summary, accepted);
    const cycles = Array.from(summary.q, (_, t) => nudging.stateAt(t, k).cycle + 1);
    return {
      grid: gridOf(summary, best),
      iterations: k,
      accepted: accepted.length > 0,
      settled: accepted.length > 0,
      cycles: cycles.reduce((a, b) => a + b, 0),
      residual: summary.residual[best] ?? Number.NaN,
      q: summary.q[best] ?? Number.NaN,
      marks: marks.end(() => gridOf(summary, best)),
    };
  }

  return {
    inputs: () => nudging.inputs(),
    noise: (k) => trajectories.map((trajectory) => noiseRow(nudging, recipe, trajectory, k)),
    ahead: () => Math.min(depth - k, NUDGE.look - (k % NUDGE.look)),
    async observe(all, row, softmaxOf) {
      const summary = rowsOf(all, row, row + breadth, problem.grid);
      k++;
      const { accepted, freshStarts, conditionsChanged } = await nudging.look(k, summary, softmaxOf);
      marks.observe(k, () => gridOf(summary, bestOf(summary, accepted)));
      if (accepted.length > 0 || k >= depth) return { landed: resultOf(summary, accepted) };
      const restarts = freshStarts.map(({ trajectory, cycle }) => ({
        index: trajectory,
        start: { seed, trajectory, cycle },
      }));
      return { restarts, inputsChanged: conditionsChanged };
    },
  };
}

/** The start whose grid is answered: chosen by the rule among the accepted ones, where there are such, else among all. */
export function bestStart(summary: Summary, accepted: readonly number[], select: Select): number {
  const candidates = accepted.length > 0 ? accepted : [...summary.q.keys()];
  const [best = 0] = [...candidates].sort((a, b) => keyOf(summary, a, select) - keyOf(summary, b, select) || a - b);
  return best;
}

/** What is smallest for the start to choose; a broken one comes last. */
function keyOf({ residual, q }: Summary, trajectory: number, select: Select): number {
  const key = select === "residual" ? residual[trajectory] : -(q[trajectory] ?? Number.NaN);
  // Not infinite: the difference of two infinities is NaN.
  return key === undefined || Number.isNaN(key) ? Number.MAX_VALUE : key;
}
