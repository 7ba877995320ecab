import type { Tensor } from "@tensorflow/tfjs-core";
import type { MapBackend, Summary } from "./backend";
import { createDynamics, type Dynamics } from "./dynamics";
import type { Beliefs, Frame, Reprojection, RunEnd } from "./frame";
import { createHalting, type Halting } from "./halting";
import { createHistory, type History } from "./history";
import { createMapAxes, type KeptState, type MapAxes } from "./mapAxes";
import { type Recipe, recipeProblems } from "./recipe";
import type { Model } from "./weights";

export interface Tick {
  /** The iterations that were made, in order; none once the run has ended. */
  readonly frames: readonly Frame[];
  /** New axes of the trajectory map; they hold from after these frames on. */
  readonly reprojection: Reprojection | null;
  readonly end: RunEnd | null;
}

export interface EngineOptions {
  /** Bytes of latent states kept on the device, so that past iterations can be looked at. */
  readonly historyBytes?: number;
}

export interface StartOptions {
  /** Refit the map's axes by itself as the run grows: at iterations 4, 8, 16, 32, ... and at the end. */
  readonly autofit?: boolean;
  /** Fits already made in this run, where a run is replayed: ids of bases count on from here. */
  readonly fits?: number;
}

/**
 * Runs recipes. It has no clock and no thread of its own: it computes when it is told to. Calls must not overlap, but
 * `start` and `dispose` may come while a call is awaited; that call then has no effect and returns nothing.
 */
export interface Engine {
  /** Iterations made so far. */
  readonly k: number;
  /** Starts a run and gives its iteration 0. Throws an Error in words when the recipe is out of its ranges. */
  start(recipe: Recipe, options?: StartOptions): Promise<Frame>;
  /** At most n iterations: fewer when the run ends or the axes are due for a fit on the way. */
  tick(n: number): Promise<Tick>;
  /** Softmax of a trajectory at any iteration made so far; a state no longer kept is computed again. */
  beliefs(trajectory: number, k: number): Promise<Beliefs>;
  /** The latent state [729 d] of a trajectory at any iteration made so far. */
  state(trajectory: number, k: number): Promise<Float32Array>;
  /** Fits the axes anew on all that is kept; null while there are fewer than two states to fit. */
  refit(): Promise<Reprojection | null>;
  setAutofit(on: boolean): void;
  dispose(): void;
}

const HISTORY_BYTES = 128 * 2 ** 20;
const FIRST_FIT = 4;
const NOTHING: Tick = { frames: [], reprojection: null, end: null };

interface Run {
  readonly recipe: Recipe;
  readonly dynamics: Dynamics;
  readonly history: History<KeptState>;
  readonly halting: Halting;
  readonly map: MapAxes;
  z: Tensor;
  k: number;
  autofit: boolean;
  /** Iteration of the last fit. */
  fitAt: number;
  end: RunEnd | null;
}

export function createEngine(backend: MapBackend, model: Model, options: EngineOptions = {}): Engine {
  const { d } = model.card.config;
  const historyBytes = options.historyBytes ?? HISTORY_BYTES;
  let active: Run | null = null;
  let lastBreadth = 0;

  function current(): Run {
    if (!active) throw new Error("No run has been started.");
    return active;
  }

  function clear(): void {
    active?.history.clear();
    active?.map.dispose();
    active?.dynamics.dispose();
    active = null;
  }

  async function fitAxes(run: Run): Promise<Reprojection | null> {
    run.fitAt = run.k;
    return run.map.fit(run.history.entries(), run.recipe.breadth);
  }

  /** Hands a trajectory's state at iteration k, a row of z, to `use`; where it is no longer kept, it is made again. */
  async function withState<T>(trajectory: number, k: number, use: (z: Tensor, row: number) => Promise<T>): Promise<T> {
    const run = current();
    const { breadth } = run.recipe;
    const kept = run.history.before(k);
    if (!kept || k > run.k || trajectory < 0 || trajectory >= breadth)
      throw new RangeError(`There is no iteration ${k} of trajectory ${trajectory}.`);
    if (kept.k === k) return use(kept.item.z, trajectory);
    // A trajectory is a function of the recipe and its index: it can be run again alone, from the last state kept.
    const z = run.dynamics.replay(trajectory, { k: kept.k, z: kept.item.z }, k);
    try {
      return await use(z, 0);
    } finally {
      z.dispose();
    }
  }

  return {
    get k() {
      return active?.k ?? 0;
    },

    async start(recipe, { autofit = true, fits = 0 } = {}) {
      const problems = recipeProblems(recipe);
      if (problems.length > 0) throw new Error(problems.join(" "));
      clear();
      if (recipe.breadth !== lastBreadth) backend.trim?.();
      lastBreadth = recipe.breadth;
      const stateBytes = recipe.breadth * 729 * d * 4;
      const history = createHistory<KeptState>(historyBytes / stateBytes, ({ z }) => z.dispose());
      const dynamics = createDynamics(backend, recipe, d);
      const z = dynamics.start();
      active = {
        recipe,
        dynamics,
        history,
        halting: createHalting(recipe),
        map: createMapAxes(backend, fits),
        z,
        k: 0,
        autofit,
        fitAt: 0,
        end: null,
      };
      history.add(0, keep(z, recipe.breadth));
      const [summary] = await backend.read([backend.summarise(z, null)]);
      if (!summary) throw new Error("The backend gave no summary of the start.");
      return { k: 0, ...summary, ...dynamics.marks() };
    },

    async tick(n) {
      const run = current();
      if (run.end) return { ...NOTHING, end: run.end };
      const untilFit = run.autofit ? nextFit(run.k) - run.k : n;
      const { dynamics, halting } = run;
      const steps = Math.max(1, Math.min(n, halting.ahead(), untilFit, dynamics.untilLook(run.k)));
      const from = run.k + 1;
      const summaries = Array.from({ length: steps }, () => {
        run.k++;
        const { z, summary } = dynamics.step(run.z, run.k, run.map.axes);
        run.z = z;
        run.history.add(run.k, keep(z, run.recipe.breadth));
        return summary;
      });
      const read = await backend.read(summaries);
      if (run !== active) return NOTHING;
      const frames: Frame[] = read.map((summary, i) => ({ k: from + i, ...summary, ...dynamics.marks() }));
      const last = frames.at(-1);
      if (last) await dynamics.look(run.z, last);
      if (run !== active) return NOTHING;
      for (const frame of frames) {
        note(run.history.at(frame.k), frame);
        run.end = halting.observe(frame.residual, frame.phase ?? null);
      }
      const due = run.autofit && (run.end ? run.fitAt !== run.k : run.k === nextFit(run.k - 1));
      const reprojection = due ? await fitAxes(run) : null;
      if (run !== active) return NOTHING;
      return { frames, reprojection, end: run.end };
    },

    async beliefs(trajectory, k) {
      const softmax = await withState(trajectory, k, (z, row) => backend.beliefs(z, row));
      return { trajectory, k, softmax };
    },

    state: (trajectory, k) =>
      withState(trajectory, k, async (z, row) => {
        // A copy: what tfjs keeps of a tensor it has read would go stale.
        const copy = backend.gather([{ z, row }]);
        try {
          return (await copy.data()) as Float32Array;
        } finally {
          copy.dispose();
        }
      }),

    refit: () => fitAxes(current()),
    setAutofit(on) {
      if (active) active.autofit = on;
    },
    dispose: clear,
  };
}

/** The first of the iterations 4, 8, 16, ... after k. */
export function nextFit(k: number): number {
  return k < FIRST_FIT ? FIRST_FIT : 2 ** (Math.floor(Math.log2(k)) + 1);
}

function keep(z: Tensor, breadth: number): KeptState {
  return { z, coords: new Float32Array(breadth * 3).fill(Number.NaN), broken: new Uint8Array(breadth) };
}

/** Copies what the map needs of a frame: the frame itself may be handed on to another thread. */
function note(state: KeptState | undefined, { coords, residual }: Summary): void {
  if (!state) return;
  state.coords.set(coords);
  residual.forEach((value, t) => {
    state.broken[t] = Number.isFinite(value) ? 0 : 1;
  });
}
