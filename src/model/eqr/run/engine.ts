import type { MapBackend } from "../backend/backend";
import type { Model } from "../model/model";
import { type Recipe, recipeProblems } from "../recipe/recipe";
import type { Beliefs, Frame, Reprojection, RunEnd, Spent } from "../record/frame";
import { fitAxes, isFitDue } from "./fitAxes";
import type { NamedAxes } from "./mapAxes";
import { breadthProblem, HISTORY_BYTES } from "./memory";
import { createPastStates, type PastStates } from "./pastStates";
import { createPipeline } from "./pipeline";
import { clearRun, type Run, type StartOptions, startRun } from "./run";

export interface Tick {
  /** The iterations that were made, in order; none once the run has ended. */
  readonly frames: readonly Frame[];
  /** Softmax of the trajectory in focus at the last of them. */
  readonly beliefs: Beliefs | null;
  /** New axes of the trajectory map; they hold from after these frames on. */
  readonly reprojection: Reprojection | null;
  readonly end: RunEnd | null;
}

export interface TickOptions {
  /** Iterations that will be wanted after this tick's: they may be begun before its own are read back. */
  readonly ahead?: number;
  /** The trajectory whose softmax comes along with the last frame. */
  readonly focus?: number;
}

export interface EngineOptions {
  /** Bytes of latent states kept on the device, so that past iterations can be looked at. */
  readonly historyBytes?: number;
  /** Whether trajectories that have halted are taken out of the batch; on unless a test compares. */
  readonly compact?: boolean;
}

/**
 * Runs recipes. It has no clock and no thread of its own: it computes when it is told to. Calls must not overlap, but
 * `start` and `dispose` may come while a call is awaited; that call then has no effect and returns nothing.
 */
export interface Engine extends PastStates {
  /** Iterations made so far. */
  readonly k: number;
  /** What the run has cost so far. */
  readonly spent: Spent;
  /** The axes of the run's trajectory map, which the next fit replaces; null where there are none. */
  readonly axes: NamedAxes | null;
  /** Starts a run and gives its iteration 0. Throws an Error in words when the recipe is out of its ranges or too broad. */
  start(recipe: Recipe, options?: StartOptions): Promise<Frame>;
  /** At most n iterations: fewer when the run ends or the axes are due for a fit on the way. */
  tick(n: number, options?: TickOptions): Promise<Tick>;
  /** Fits the axes anew on all that is kept; null while there are fewer than two states to fit. */
  refit(): Promise<Reprojection | null>;
  setAutofit(on: boolean): void;
  dispose(): void;
}

const NOTHING: Tick = { frames: [], beliefs: null, reprojection: null, end: null };

export function createEngine(backend: MapBackend, model: Model, options: EngineOptions = {}): Engine {
  const { flopsPerIteration } = model.card;
  const { historyBytes = HISTORY_BYTES, compact = true } = options;
  let active: Run | null = null;
  let lastBreadth = 0;
  let gpuBefore = 0;
  const pipeline = createPipeline(backend, compact, (run) => run === active);
  const past = createPastStates(backend, current);

  function current(): Run {
    if (!active) throw new Error("No run has been started.");
    return active;
  }

  function clear(): void {
    if (!active) return;
    clearRun(active);
    active = null;
  }

  return {
    get k() {
      return active?.last.k ?? 0;
    },

    get spent() {
      const iterations = active?.halting.spent ?? 0;
      const gpuMs = backend.gpuMs?.() ?? null;
      return { iterations, flop: iterations * flopsPerIteration, gpuMs: gpuMs === null ? null : gpuMs - gpuBefore };
    },

    get axes() {
      return active?.map.named ?? null;
    },

    async start(recipe, startOptions = {}) {
      const problems = [...recipeProblems(recipe), ...breadthProblem(backend, recipe.breadth)];
      if (problems.length > 0) throw new Error(problems.join(" "));
      clear();
      if (recipe.breadth !== lastBreadth) backend.trim?.();
      lastBreadth = recipe.breadth;
      gpuBefore = backend.gpuMs?.() ?? 0;
      // Begun first and awaited last: between the two, another start may come.
      const reserving = backend.reserve?.(recipe.breadth);
      const run = startRun(backend, recipe, historyBytes, startOptions);
      active = run;
      const reading = backend.read([backend.summarise(run.z, null)]);
      try {
        await reserving;
      } catch (error) {
        reading.catch(() => {});
        if (run === active) clear();
        throw error;
      }
      const [summary] = await reading;
      if (!summary) throw new Error("The backend gave no summary of the start.");
      run.last = { k: 0, ...summary, ...run.dynamics.marksAt(0) };
      return run.last;
    },

    async tick(n, { ahead = 0, focus = -1 } = {}) {
      const run = current();
      if (run.end) return { ...NOTHING, end: run.end };
      pipeline.fill(run, n, ahead, focus);
      const [batch] = run.batches;
      if (!batch) return NOTHING;
      const frames = await pipeline.take(run, batch, n);
      if (!frames) return NOTHING;
      const { k } = run.last;
      if (batch.taken === batch.to) run.batches.shift();
      // A batch that goes on beyond this frame has the softmax of another.
      const softmax = batch.to === k ? await batch.beliefs : null;
      if (run !== active) return NOTHING;
      pipeline.takeOut(run);
      const reprojection = isFitDue(run) ? await fitAxes(run) : null;
      if (run !== active) return NOTHING;
      const beliefs = softmax && { trajectory: batch.focus, k, softmax };
      return { frames, beliefs, reprojection, end: run.end };
    },

    beliefs: past.beliefs,
    state: past.state,
    refit: () => fitAxes(current()),
    setAutofit(on) {
      if (active) active.autofit = on;
    },
    dispose: clear,
  };
}
