import { scalesOf } from "../analysis/scales";
import { standingOf } from "../eqr/backend/search";
import { NUDGE } from "../eqr/nudges/nudge";
import { PHASES } from "../eqr/record/frame";
import { rowsOf, type Summary } from "../eqr/record/summary";
import { GOES_ON } from "../lab/pool";
import { textOf } from "../tasks/task";
import type { Attempt, AttemptRequest, AttemptResult } from "./attempt";
import { createMarks } from "./marks";
import { bestStart } from "./nudgedAttempt";

const ACCEPTED = PHASES.indexOf("accepted");

/**
 * The same as createNudgedAttempt, where the nudges are done on the device (search.ts) and this only watches: it ends with
 * the first accepted start, or at the depth. An accepted start stays as it is, so that it may be met some iterations later.
 */
export function createSearchedAttempt({ recipe, problem, select }: AttemptRequest): Attempt {
  const { breadth, depth } = recipe;
  const scales = scalesOf(recipe);
  const marked = new Set(scales.depths);
  const marks = createMarks(scales);
  const cells = problem.input.length;
  let seen = 0;

  function resultOf(summary: Summary, accepted: readonly number[], cycles: number, iterations: number): AttemptResult {
    const best = bestStart(summary, accepted, select);
    const grid = textOf(summary.digits.subarray(best * cells, (best + 1) * cells));
    return {
      grid,
      iterations,
      accepted: accepted.length > 0,
      settled: accepted.length > 0,
      cycles,
      residual: summary.residual[best] ?? Number.NaN,
      q: summary.q[best] ?? Number.NaN,
      marks: marks.end(() => grid),
    };
  }

  return {
    inputs: () => Array.from({ length: breadth }, () => problem.input),
    ahead: () => depth - seen,
    // Beside an accepted start the others go on: they must be met as they were then.
    wants: (k) => marked.has(k) || (breadth > 1 && k % NUDGE.look === 0),
    observe(all, row, _beliefsOf, k) {
      seen = k;
      const { phase, cycle, since } = standingOf(all, row, row + breadth);
      const accepted = phase.flatMap((one, t) => (one === ACCEPTED ? [t] : []));
      const landed = accepted.length > 0 || k >= depth;
      if (!landed && !marked.has(k)) return GOES_ON;
      const summary = rowsOf(all, row, row + breadth, problem.grid);
      const gridOf = () => {
        const best = bestStart(summary, accepted, select);
        return textOf(summary.digits.subarray(best * cells, (best + 1) * cells));
      };
      const at = accepted.length > 0 ? (since[accepted[0] ?? 0] ?? k) : k;
      if (at === k) marks.observe(k, gridOf);
      if (!landed) return GOES_ON;
      return {
        landed: resultOf(
          summary,
          accepted,
          cycle.reduce((sum, one) => sum + one + 1, 0),
          at,
        ),
      };
    },
  };
}
