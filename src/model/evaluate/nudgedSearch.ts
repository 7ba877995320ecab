import type { Summary } from "../eqr/backend";
import { createNudging } from "../eqr/nudges/nudging";
import type { Recipe } from "../eqr/recipe";
import type { Select } from "../eqr/selection";
import { createMarks, scalesOf } from "./marks";
import type { Found, Search } from "./search";

/**
 * Cycles of nudged starts, until one is accepted or the recipe's depth is reached. Unlike a run on the page it does not
 * wait for the other starts, nor for the accepted one to settle. Only the newest iteration is kept: a search may be long.
 */
export function createNudgedSearch(recipe: Recipe, select: Select): Search {
  const nudging = createNudging(recipe);
  const marks = createMarks(scalesOf(recipe));
  let k = 0;

  function bestOf(summary: Summary, accepted: readonly number[]): number {
    const candidates = accepted.length > 0 ? accepted : [...summary.q.keys()];
    const [best = 0] = [...candidates].sort((a, b) => keyOf(summary, a, select) - keyOf(summary, b, select) || a - b);
    return best;
  }

  const gridOf = (summary: Summary, best: number) => summary.digits.subarray(best * 81, best * 81 + 81).join("");

  function found(summary: Summary, accepted: readonly number[]): Found {
    const best = bestOf(summary, accepted);
    const cycles = Array.from(summary.q, (_, t) => nudging.stateAt(t, k).cycle + 1);
    return {
      grid: gridOf(summary, best),
      iterations: k,
      accepted: accepted.length > 0,
      settled: false,
      cycles: cycles.reduce((a, b) => a + b, 0),
      residual: summary.residual[best] ?? Number.NaN,
      q: summary.q[best] ?? Number.NaN,
      marks: marks.end(() => gridOf(summary, best)),
    };
  }

  return {
    get k() {
      return k;
    },
    conditions: nudging.conditions,
    async observe(summary, softmaxOf) {
      k++;
      const { accepted, ...changes } = await nudging.look(k, summary.q, softmaxOf);
      marks.observe(k, () => gridOf(summary, bestOf(summary, accepted)));
      const over = accepted.length > 0 || k >= recipe.depth;
      return { found: over ? found(summary, accepted) : null, ...changes };
    },
  };
}

/** What is smallest for the start to choose; a broken one comes last. */
function keyOf({ residual, q }: Summary, trajectory: number, select: Select): number {
  const key = select === "residual" ? residual[trajectory] : -(q[trajectory] ?? Number.NaN);
  // Not infinite: the difference of two infinities is NaN.
  return key === undefined || Number.isNaN(key) ? Number.MAX_VALUE : key;
}
