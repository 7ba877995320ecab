import type { Summary } from "../../src/model/eqr/backend";
import { createNudging } from "../../src/model/eqr/nudging";
import type { Recipe } from "../../src/model/eqr/recipe";
import type { Select } from "../../src/model/eqr/selection";
import type { Answer, Search } from "./search";

/**
 * Cycles of nudged starts, until one is accepted or the recipe's depth is reached. Unlike a run on the page it does not
 * wait for the other starts, nor for the accepted one to settle. Only the newest iteration is kept: a search may be long.
 */
export function createNudgedSearch(index: number, recipe: Recipe, select: Select): Search {
  const nudging = createNudging(recipe);
  let k = 0;

  function answer(summary: Summary, accepted: readonly number[]): Answer {
    const all = summary.q.length;
    const candidates = accepted.length > 0 ? accepted : Array.from({ length: all }, (_, t) => t);
    const [best = 0] = [...candidates].sort((a, b) => keyOf(summary, a, select) - keyOf(summary, b, select) || a - b);
    const cycles = Array.from({ length: all }, (_, t) => nudging.stateAt(t, k).cycle + 1);
    return {
      index,
      grid: summary.digits.subarray(best * 81, best * 81 + 81).join(""),
      iterations: k,
      accepted: accepted.length > 0,
      settled: false,
      cycles: cycles.reduce((a, b) => a + b, 0),
      residual: summary.residual[best] ?? Number.NaN,
      q: summary.q[best] ?? Number.NaN,
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
      const done = accepted.length > 0 || k >= recipe.depth;
      return { answer: done ? answer(summary, accepted) : null, ...changes };
    },
  };
}

/** What is smallest for the start to choose; a broken one comes last. */
function keyOf({ residual, q }: Summary, trajectory: number, select: Select): number {
  const key = select === "residual" ? residual[trajectory] : -(q[trajectory] ?? Number.NaN);
  // Not infinite: the difference of two infinities is NaN.
  return key === undefined || Number.isNaN(key) ? Number.MAX_VALUE : key;
}
