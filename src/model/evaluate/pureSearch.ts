import { SETTLE_RUN } from "../eqr/atRest";
import type { Summary } from "../eqr/backend";
import type { Frame } from "../eqr/frame";
import { createHalting } from "../eqr/halting";
import { NUDGE } from "../eqr/nudges/nudge";
import type { Recipe } from "../eqr/recipe";
import { appendFrame, createRecord, decodedAt, isSettled, residualAt } from "../eqr/record";
import { rankAt, type Select } from "../eqr/selection";
import { conditionOf } from "../tasks/sudoku/condition";
import { createMarks, scalesOf } from "./marks";
import type { Found, Search } from "./search";

/** Nothing that chooses or halts looks further back than this; older frames are let go, a search may be long. */
const KEPT = 4;
const GONE: Frame = {
  k: -1,
  residual: new Float32Array(0),
  q: new Float32Array(0),
  coords: new Float32Array(0),
  digits: new Uint8Array(0),
  confidence: new Uint8Array(0),
};

/** The paper's search: it ends at the recipe's depth, or once all starts have settled, and one of them is chosen. */
export function createPureSearch(recipe: Recipe, zero: Summary, select: Select): Search {
  const record = createRecord(recipe);
  const scales = scalesOf(recipe);
  const marks = createMarks(scales);
  /** The run of each breadth, with the grid it ended with; the last one is this search. */
  const runs = scales.breadths.map((breadth) => ({
    breadth,
    halting: createHalting({ ...recipe, breadth, haltRun: SETTLE_RUN, stopCount: 0, budget: 0 }),
    answer: null as string | null,
  }));
  appendFrame(record, { k: 0, ...zero });

  const bestOf = (k: number, breadth: number) => rankAt(record, k, select, breadth)[0] ?? 0;
  const gridOf = (k: number) => (breadth: number) =>
    runs.find((run) => run.breadth === breadth)?.answer ?? decodedAt(record, bestOf(k, breadth), k).join("");

  function found(k: number): Found {
    const best = bestOf(k, recipe.breadth);
    const q = record.frames[k]?.q[best] ?? Number.NaN;
    return {
      grid: decodedAt(record, best, k).join(""),
      iterations: k,
      accepted: q > NUDGE.accept,
      settled: isSettled(record, best, k),
      cycles: recipe.breadth,
      residual: residualAt(record, best, k),
      q,
      marks: marks.end(gridOf(k)),
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
      if (k >= KEPT) record.frames[k - KEPT] = GONE;
      for (const run of runs)
        if (run.answer === null && run.halting.observe(summary)) run.answer = gridOf(k)(run.breadth);
      marks.observe(k, gridOf(k));
      const over = runs.at(-1)?.answer !== null;
      return { found: over ? found(k) : null, freshStarts: [], conditionsChanged: false };
    },
  };
}
