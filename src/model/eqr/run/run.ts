import type { Tensor } from "@tensorflow/tfjs-core";
import { problemOf } from "../../tasks";
import type { Problem } from "../../tasks/task";
import type { MapBackend } from "../backend/backend";
import type { Dynamics } from "../backend/dynamics";
import { createHostDynamics } from "../backend/hostDynamics";
import type { Recipe } from "../recipe/recipe";
import type { FitWindow, Frame, RunEnd } from "../record/frame";
import { emptySummary, type Summary } from "../record/summary";
import { createHalting, type Halting } from "./halting";
import { createMapAxes, type MapAxes } from "./mapAxes";
import { stateBytes } from "./memory";
import { createStates, type States } from "./states";

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

/** Iterations that are under way on the device, not yet read. */
export interface Batch {
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

/** A run on the device, and how far it has come. */
export interface Run {
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

/** Before it the states have hardly left their random starts, and the axes would show little else. */
const FIRST_FIT = 16;

/** A run at its random start, of which nothing has been read yet. */
export function startRun(
  backend: MapBackend,
  recipe: Recipe,
  historyBytes: number,
  { autofit = true, firstFit = FIRST_FIT, window, fits = 0 }: StartOptions,
): Run {
  const problem = problemOf(recipe);
  const dynamics = backend.dynamics?.(recipe, problem) ?? createHostDynamics(backend, recipe, problem);
  const z = dynamics.start();
  const rows = Array.from({ length: recipe.breadth }, (_, t) => t);
  const states = createStates(historyBytes / (recipe.breadth * stateBytes(backend.size)), recipe.breadth);
  states.add(0, z, rows);
  return {
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
}

/** Releases what a run holds on the device. */
export function clearRun({ batches, states, map, dynamics, base }: Run): void {
  // Nobody waits for these any more, and they may fail with the device.
  for (const { reading, beliefs } of batches) for (const wait of [reading, beliefs]) wait?.catch(() => {});
  states.clear();
  base?.dispose();
  map.dispose();
  dynamics.dispose();
}
