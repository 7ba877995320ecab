import type { Tensor } from "@tensorflow/tfjs-core";
import { problemOf } from "../tasks";
import type { Problem } from "../tasks/task";
import type { MapBackend } from "./backend";
import type { Dynamics } from "./dynamics";
import type { Beliefs, FitWindow, Frame, Reprojection, RunEnd, Spent } from "./frame";
import { copyOf, frozenRows, spreadRows } from "./frozen";
import { createHalting, type Halting } from "./halting";
import { createHostDynamics } from "./hostDynamics";
import { createMapAxes, type MapAxes, type NamedAxes } from "./mapAxes";
import { breadthProblem, HISTORY_BYTES, stateBytes } from "./memory";
import type { Model } from "./model";
import { type Recipe, recipeProblems } from "./recipe";
import { createStates, type States } from "./states";
import { emptySummary, type Summary } from "./summary";

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

export interface StartOptions {
  /** Fit the map's axes by itself: once early in the run, and once more at its end. */
  readonly autofit?: boolean;
  /** Fit the axes once as another page did. */
  readonly window?: FitWindow | undefined;
  /** Iteration of the early fit. */
  readonly firstFit?: number;
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
  /** What the run has cost so far. */
  readonly spent: Spent;
  /** The axes of the run's trajectory map, which the next fit replaces; null where there are none. */
  readonly axes: NamedAxes | null;
  /** Starts a run and gives its iteration 0. Throws an Error in words when the recipe is out of its ranges or too broad. */
  start(recipe: Recipe, options?: StartOptions): Promise<Frame>;
  /** At most n iterations: fewer when the run ends or the axes are due for a fit on the way. */
  tick(n: number, options?: TickOptions): Promise<Tick>;
  /** Softmax of a trajectory at any iteration made so far; a state no longer kept is computed again. */
  beliefs(trajectory: number, k: number): Promise<Beliefs>;
  /** The latent state [size] of a trajectory at any iteration made so far. */
  state(trajectory: number, k: number): Promise<Float32Array>;
  /** Fits the axes anew on all that is kept; null while there are fewer than two states to fit. */
  refit(): Promise<Reprojection | null>;
  setAutofit(on: boolean): void;
  dispose(): void;
}

/** Before it the states have hardly left their random starts, and the axes would show little else. */
const FIRST_FIT = 16;
/** Rows are taken out once this share of them has halted: to copy the others costs about as much as a step of a few. */
const HALTED_SHARE = 1 / 8;
const NOTHING: Tick = { frames: [], beliefs: null, reprojection: null, end: null };

/** Iterations that are under way on the device, not yet read. */
interface Batch {
  readonly from: number;
  readonly to: number;
  /** The trajectories in it. */
  readonly rows: readonly number[];
  /** Its last state. */
  readonly z: Tensor;
  readonly reading: Promise<Summary[]>;
  /** The newest of its frames that has been handed out, or the one before its first. */
  taken: number;
  readonly focus: number;
  readonly beliefs: Promise<Uint8Array> | null;
}

interface Run {
  readonly recipe: Recipe;
  readonly problem: Problem;
  readonly dynamics: Dynamics;
  readonly states: States;
  readonly halting: Halting;
  readonly map: MapAxes;
  batches: Batch[];
  rows: readonly number[];
  /** The newest state that has been begun, z_begun; the states own it. */
  z: Tensor;
  begun: number;
  /** What follows z where rows have been taken out of it. */
  base: Tensor | null;
  /** The newest frame that has been read. */
  last: Frame;
  autofit: boolean;
  readonly firstFit: number;
  /** The fit that is still to be made as another page made it. */
  window: FitWindow | null;
  /** Iteration of the last fit; 0 before the first. */
  fitAt: number;
  end: RunEnd | null;
}

export function createEngine(backend: MapBackend, model: Model, options: EngineOptions = {}): Engine {
  const { flopsPerIteration } = model.card;
  const { historyBytes = HISTORY_BYTES, compact = true } = options;
  let active: Run | null = null;
  let lastBreadth = 0;
  let gpuBefore = 0;

  function current(): Run {
    if (!active) throw new Error("No run has been started.");
    return active;
  }

  function clear(): void {
    if (!active) return;
    const { batches, states, map, dynamics, base } = active;
    // Nobody waits for these any more, and they may fail with the device.
    for (const { reading, beliefs } of batches) for (const wait of [reading, beliefs]) wait?.catch(() => {});
    states.clear();
    base?.dispose();
    map.dispose();
    dynamics.dispose();
    active = null;
  }

  /** Queues n iterations and asks for what they leave behind. */
  function begin(run: Run, n: number, focus: number): void {
    const { dynamics, states, rows } = run;
    const from = run.begun + 1;
    for (let i = 0; i < n; i++) {
      run.begun++;
      const z = dynamics.step(run.base ?? run.z, run.begun, run.map.axes);
      run.base?.dispose();
      run.base = null;
      run.z = z;
      states.add(run.begun, z, rows);
    }
    const reading = dynamics.collect();
    const row = rows.indexOf(focus);
    const beliefs = row < 0 ? null : backend.beliefs(run.z, row);
    // Whoever awaits them hears of a failure; until then it must not count as unheard.
    for (const wait of [reading, beliefs]) wait?.catch(() => {});
    run.batches.push({ from, to: run.begun, rows, z: run.z, reading, taken: from - 1, focus, beliefs });
  }

  /** Queues as many batches as may be under way, towards n iterations now and `ahead` more. */
  function fill(run: Run, n: number, ahead: number, focus: number): void {
    const { dynamics, halting } = run;
    const goal = run.last.k + Math.min(n + ahead, Math.max(1, halting.ahead()), untilFit(run));
    while (run.batches.length < dynamics.batches && run.begun < goal) {
      const room = Math.min(n, goal - run.begun, dynamics.untilLook(run.begun, halting));
      begin(run, Math.max(1, room), focus);
    }
  }

  /** The next n frames of a batch at most; the last is the one that ends the run. */
  async function take(run: Run, batch: Batch, n: number): Promise<Frame[] | null> {
    const { from, to, rows, z } = batch;
    const { breadth } = run.recipe;
    const summaries = (await batch.reading).slice(batch.taken + 1 - from, batch.taken + 1 - from + n);
    if (run !== active) return null;
    const frames: Frame[] = [];
    for (const summary of summaries) {
      const k = ++batch.taken;
      const numbers = spreadRows(summary, rows, frozenRows(run.halting, breadth), run.last, run.problem.grid);
      if (k === to) await run.dynamics.look(z, { k, ...numbers }, run.halting);
      if (run !== active) return null;
      const frame: Frame = { k, ...numbers, ...run.dynamics.marksAt(k) };
      run.states.note(k, frame);
      frames.push(frame);
      run.end = run.halting.observe(frame);
      // A frame may be handed on to another thread, and its arrays with it.
      run.last = run.halting.running < breadth ? copyOf(frame) : frame;
      if (run.end) break;
    }
    return frames;
  }

  /** Takes halted trajectories out of the batch, once they are enough to be worth it. */
  function takeOut(run: Run): void {
    const isRunning = (trajectory: number) => run.halting.standing(trajectory) === "running";
    const [kept, gone] = [true, false].map((want) =>
      [...run.rows.keys()].filter((row) => isRunning(run.rows[row] ?? 0) === want),
    );
    if (!compact || run.end || !kept?.length || !gone?.length) return;
    if (run.dynamics.batches > 1 && gone.length < run.rows.length * HALTED_SHARE) return;
    run.states.rest(
      backend.gather(gone.map((row) => ({ z: run.z, row }))),
      gone.flatMap((row) => run.rows[row] ?? []),
    );
    const next = run.dynamics.only(kept, run.base ?? run.z);
    run.base?.dispose();
    run.base = next;
    run.rows = kept.flatMap((row) => run.rows[row] ?? []);
    backend.trim?.();
  }

  async function fitAxes(run: Run): Promise<Reprojection | null> {
    const { last, states, recipe, window } = run;
    run.fitAt = last.k;
    const asThere = window !== null && (last.k === window.k || run.end !== null);
    if (asThere) run.window = null;
    return run.map.fit(states, last.k, recipe.breadth, asThere ? window.flipped : undefined);
  }

  /** Hands a trajectory's state at iteration k, a row of z, to `use`; where it is no longer kept, it is made again. */
  async function withState<T>(trajectory: number, k: number, use: (z: Tensor, row: number) => Promise<T>): Promise<T> {
    const run = current();
    const known = k >= 0 && k <= run.last.k && trajectory >= 0 && trajectory < run.recipe.breadth;
    // One that has halted is still in the state it halted in.
    const to = Math.min(k, run.halting.since(trajectory));
    const kept = known ? run.states.before(trajectory, to) : null;
    if (!kept) throw new RangeError(`There is no iteration ${k} of trajectory ${trajectory}.`);
    if (kept.k === to) return use(kept.z, kept.row);
    // A trajectory is a function of the recipe and its index: it can be run again alone, from the last state kept.
    const from = { k: kept.k, z: backend.gather([kept]) };
    const z = run.dynamics.replay(trajectory, from, to);
    try {
      return await use(z, 0);
    } finally {
      z.dispose();
    }
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

    async start(recipe, { autofit = true, firstFit = FIRST_FIT, window, fits = 0 } = {}) {
      const problems = [...recipeProblems(recipe), ...breadthProblem(backend, recipe.breadth)];
      if (problems.length > 0) throw new Error(problems.join(" "));
      clear();
      if (recipe.breadth !== lastBreadth) backend.trim?.();
      lastBreadth = recipe.breadth;
      gpuBefore = backend.gpuMs?.() ?? 0;
      // Begun first and awaited last: between the two, another start may come.
      const reserving = backend.reserve?.(recipe.breadth);
      const problem = problemOf(recipe);
      const dynamics = backend.dynamics?.(recipe, problem) ?? createHostDynamics(backend, recipe, problem);
      const z = dynamics.start();
      const rows = Array.from({ length: recipe.breadth }, (_, t) => t);
      const states = createStates(historyBytes / (recipe.breadth * stateBytes(backend.size)), recipe.breadth);
      states.add(0, z, rows);
      const run: Run = {
        recipe,
        problem,
        dynamics,
        states,
        halting: createHalting(recipe),
        map: createMapAxes(backend, fits),
        batches: [],
        rows,
        z,
        begun: 0,
        base: null,
        last: { k: 0, ...emptySummary(recipe.breadth, problem.grid) },
        autofit,
        firstFit,
        window: window ?? null,
        fitAt: 0,
        end: null,
      };
      active = run;
      const reading = backend.read([backend.summarise(z, null)]);
      try {
        await reserving;
      } catch (error) {
        reading.catch(() => {});
        if (run === active) clear();
        throw error;
      }
      const [summary] = await reading;
      if (!summary) throw new Error("The backend gave no summary of the start.");
      run.last = { k: 0, ...summary, ...dynamics.marksAt(0) };
      return run.last;
    },

    async tick(n, { ahead = 0, focus = -1 } = {}) {
      const run = current();
      if (run.end) return { ...NOTHING, end: run.end };
      fill(run, n, ahead, focus);
      const [batch] = run.batches;
      if (!batch) return NOTHING;
      const frames = await take(run, batch, n);
      if (!frames) return NOTHING;
      const { k } = run.last;
      if (batch.taken === batch.to) run.batches.shift();
      // A batch that goes on beyond this frame has the softmax of another.
      const softmax = batch.to === k ? await batch.beliefs : null;
      if (run !== active) return NOTHING;
      takeOut(run);
      const early = run.autofit && (run.end ? run.fitAt !== k : run.fitAt === 0 && k >= run.firstFit);
      const due = early || (run.window !== null && (k === run.window.k || run.end !== null));
      const reprojection = due ? await fitAxes(run) : null;
      if (run !== active) return NOTHING;
      const beliefs = softmax && { trajectory: batch.focus, k, softmax };
      return { frames, beliefs, reprojection, end: run.end };
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

/** Iterations from the newest frame to the next fit of the axes: none is begun beyond it, as it is to lie on them. */
function untilFit({ autofit, firstFit, fitAt, window, last: { k } }: Run): number {
  const early = autofit && fitAt === 0 && k < firstFit ? firstFit : Number.POSITIVE_INFINITY;
  return Math.min(early, window && window.k > k ? window.k : Number.POSITIVE_INFINITY) - k;
}
