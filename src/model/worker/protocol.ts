/**
 * What the page and the model's worker say to each other. The worker has no clock: it computes towards the goal it was
 * given and no further, so play, pause, step and speed are goals set by the page.
 * Typed arrays cross as transfers.
 */

import type { BackendChoice, BackendInfo, KernelShape } from "../eqr/backend/backend";
import type { Anatomy } from "../eqr/model/anatomy";
import type { ModelCard } from "../eqr/model/card";
import type { Recipe } from "../eqr/recipe/recipe";
import type { Beliefs, FitWindow, Frame, Reprojection, RunEnd, Spent } from "../eqr/record/frame";
import type { ExperimentEvent, ExperimentRequest } from "../experiments/requests";

export type ToWorker =
  /** Loads weights and a backend. weightsUrl: the folder of public/weights; wasmUrls: file name -> address. */
  | {
      readonly type: "load";
      readonly model: string;
      readonly weightsUrl: string;
      readonly wasmUrls: Readonly<Record<string, string>>;
      readonly backend: BackendChoice;
      /** By device, the shape of the kernels that was measured to be the fastest there. */
      readonly shapes?: Readonly<Record<string, KernelShape>>;
    }
  /**
   * Starts run number `run` (chosen by the page, rising); any earlier run ends. Frame 0 comes at once, unless the page has
   * the frames up to iteration `known` already: these are computed without being sent. The map's axes are first fitted at
   * iteration `firstFit`; with `window` once, as another page fitted them, and not again by themselves.
   */
  | {
      readonly type: "start";
      readonly run: number;
      readonly recipe: Recipe;
      readonly focus: number;
      readonly known?: number;
      readonly firstFit?: number;
      readonly window?: FitWindow;
    }
  /** Computes up to iteration k; a k at or below what is computed pauses. */
  | { readonly type: "goal"; readonly run: number; readonly k: number }
  /** Which trajectory's softmax comes along with every frame. */
  | { readonly type: "focus"; readonly run: number; readonly trajectory: number }
  /** Asks for the softmax of one trajectory at one past iteration; only the latest such wish is answered. */
  | { readonly type: "inspect"; readonly run: number; readonly trajectory: number; readonly k: number }
  /** Asks what one state holds, candidate by candidate; only the latest such wish is answered. */
  | { readonly type: "dissect"; readonly run: number; readonly trajectory: number; readonly k: number }
  /** Asks for a whole latent state, to be taken away; every such wish is answered, in turn. */
  | { readonly type: "state"; readonly run: number; readonly trajectory: number; readonly k: number }
  /** Fits the map's axes anew on all that is kept; `autofit` says whether they are also fitted by themselves, early and at the end. */
  | { readonly type: "refit"; readonly run: number }
  | { readonly type: "autofit"; readonly run: number; readonly on: boolean }
  /** Runs an experiment (src/model/experiments) beside the main run; its id is chosen by the page. */
  | { readonly type: "experiment"; readonly id: number; readonly request: ExperimentRequest }
  | { readonly type: "cancel-experiment"; readonly id: number }
  /** Holds an experiment where it stands, or lets it go on. */
  | { readonly type: "pause-experiment"; readonly id: number; readonly on: boolean }
  /** Test hook and the page's "recover" button: destroys the device, as a driver reset would. */
  | { readonly type: "lose-device" };

export type FromWorker =
  /** Bytes of the weights that have arrived. */
  | { readonly type: "loading"; readonly loaded: number; readonly total: number }
  | {
      readonly type: "ready";
      readonly backend: BackendInfo;
      readonly card: ModelCard;
      /** What could not be checked, in words for a person. */
      readonly warning?: string;
    }
  | {
      readonly type: "frames";
      readonly run: number;
      readonly frames: readonly Frame[];
      readonly beliefs: readonly Beliefs[];
      /** What the run has cost up to these. */
      readonly spent: Spent;
    }
  | { readonly type: "beliefs"; readonly run: number; readonly beliefs: Beliefs }
  /** anatomy: null where the map offers no look into its states. */
  | { readonly type: "anatomy"; readonly run: number; readonly anatomy: Anatomy | null }
  /** state: [729 d], null where the run has no such state. */
  | {
      readonly type: "state";
      readonly run: number;
      readonly trajectory: number;
      readonly k: number;
      readonly state: Float32Array | null;
    }
  | { readonly type: "basis"; readonly run: number; readonly reprojection: Reprojection }
  | { readonly type: "ended"; readonly run: number; readonly end: RunEnd }
  | { readonly type: "experiment"; readonly id: number; readonly event: ExperimentEvent }
  /** How fast this device has proved to be: iterations of one state a second. */
  | { readonly type: "rate"; readonly perSecond: number }
  /** The device was lost; the worker is setting up again and will go on by itself from the last frame it sent. */
  | { readonly type: "lost"; readonly message: string }
  | { readonly type: "recovered"; readonly backend: BackendInfo }
  /** Nothing goes on until the page loads or starts again; message says what to do. */
  | { readonly type: "failed"; readonly during: "load" | "run"; readonly message: string };
