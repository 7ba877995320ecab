import type { MapBackend } from "../../src/model/eqr/backend/backend";
import type { Model } from "../../src/model/eqr/model/model";
import { defaultRecipe, type Recipe } from "../../src/model/eqr/recipe/recipe";
import { selectionsAt } from "../../src/model/eqr/recipe/selection";
import {
  addBeliefs,
  appendFrame,
  applyBasis,
  createRecord,
  decodedAt,
  gridKeyAt,
  type RunRecord,
  settledAt,
} from "../../src/model/eqr/record/record";
import { createEngine } from "../../src/model/eqr/run/engine";
import type { RunFile } from "../../src/model/export/runFile";
import { isSolution } from "../../src/model/tasks";

/** Seeds that are tried; the first is the page's default. */
const SEEDS = 32;
/** Starts that each of two solutions must attract for a run to show a fork. */
const LEAST = 3;

/**
 * The run that the page opens with: a puzzle of two solutions, by the page's own settings, whole, on axes fitted once over
 * all of it. The first seed is taken whose starts all settle, on both solutions.
 */
export async function makeOpening(backend: MapBackend, model: Model, puzzle: string): Promise<RunFile> {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { record, trajectory } = await whole(backend, model, { ...defaultRecipe(puzzle, model.card.name), seed });
    const ends = endsOf(record);
    console.log(`seed ${seed}: ${record.frames.length - 1} iterations, ${ends.join(" + ")} starts on a solution each`);
    if (ends.length >= 2 && (ends[1] ?? 0) >= LEAST && ends.reduce((sum, n) => sum + n) === record.recipe.breadth)
      return { sha256: model.card.weights.sha256, record, trajectory };
  }
  throw new Error(`None of ${SEEDS} seeds settles on both solutions: choose another puzzle for the opening.`);
}

/** A run to its end, and the best of its trajectories with its softmax at every iteration. */
async function whole(backend: MapBackend, model: Model, recipe: Recipe) {
  const engine = createEngine(backend, model, { historyBytes: Number.MAX_SAFE_INTEGER });
  try {
    const record = createRecord(recipe);
    appendFrame(record, await engine.start(recipe, { autofit: false }));
    while (!record.end) {
      const tick = await engine.tick(8);
      for (const frame of tick.frames) appendFrame(record, frame);
      record.end = tick.end;
    }
    const fit = await engine.refit();
    if (!fit) throw new Error("The axes of the map could not be fitted.");
    applyBasis(record, fit);
    const last = record.frames.length - 1;
    const trajectory = selectionsAt(record, last).orders.residual[0] ?? 0;
    for (let k = 0; k <= last; k++) addBeliefs(record, await engine.beliefs(trajectory, k));
    record.spent = { ...engine.spent, gpuMs: null };
    return { record, trajectory };
  } finally {
    engine.dispose();
  }
}

/** How many trajectories settled on each solution, most first. */
function endsOf(record: RunRecord): number[] {
  const last = record.frames.length - 1;
  const counts = new Map<string, number>();
  for (let t = 0; t < record.recipe.breadth; t++) {
    const solved = settledAt(record, t, last) !== null && isSolution(record.problem, decodedAt(record, t, last));
    const key = gridKeyAt(record, t, last);
    if (solved) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()].sort((a, b) => b - a);
}
