import type { Summary } from "../../src/model/eqr/backend";
import { conditionOf } from "../../src/model/eqr/condition";
import { createHalting } from "../../src/model/eqr/halting";
import { NUDGE } from "../../src/model/eqr/nudge";
import type { Recipe } from "../../src/model/eqr/recipe";
import { appendFrame, createRecord, gridAt, isSettled, residualAt, SETTLE_RUN } from "../../src/model/eqr/record";
import { rankAt, type Select } from "../../src/model/eqr/selection";
import type { Search } from "./search";

/** The paper's search: it ends at the recipe's depth, or once all starts have settled, and one of them is chosen. */
export function createPureSearch(index: number, recipe: Recipe, zero: Summary, select: Select): Search {
  const record = createRecord(recipe);
  const halting = createHalting(recipe, SETTLE_RUN);
  appendFrame(record, { k: 0, ...zero });

  function answer(k: number) {
    const [best = 0] = rankAt(record, k, select);
    const q = record.frames[k]?.q[best] ?? Number.NaN;
    return {
      index,
      grid: gridAt(record, best, k).join(""),
      iterations: k,
      accepted: q > NUDGE.accept,
      settled: isSettled(record, best, k),
      cycles: recipe.breadth,
      residual: residualAt(record, best, k),
      q,
    };
  }

  return {
    get k() {
      return record.frames.length - 1;
    },
    conditions() {
      const x = conditionOf(recipe.puzzle);
      const all = new Int32Array(recipe.breadth * x.length);
      for (let t = 0; t < recipe.breadth; t++) all.set(x, t * x.length);
      return all;
    },
    async observe(summary) {
      const k = record.frames.length;
      appendFrame(record, { k, ...summary });
      const done = halting.observe(summary.residual) !== null;
      return { answer: done ? answer(k) : null, freshStarts: [], conditionsChanged: false };
    },
  };
}
