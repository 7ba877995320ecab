import { createStore } from "zustand/vanilla";
import type { BackendInfo } from "../../model/eqr/backend/backend";
import type { ModelCard } from "../../model/eqr/model/card";
import type { ModelIndex } from "../../model/eqr/model/models";
import type { Selections } from "../../model/eqr/recipe/selection";
import type { RunRecord } from "../../model/eqr/record/record";
import type { TrajectoryView } from "../../viz/types";
import type { ModelChoice } from "../run/models";
import { type Playback, startPlayback } from "../run/playback";
import type { Letters } from "./letters";

/** How the worker is doing. */
export type WorkerStatus =
  | { readonly kind: "loading"; readonly loaded: number; readonly total: number }
  | { readonly kind: "ready"; readonly backend: BackendInfo; readonly card: ModelCard }
  | { readonly kind: "lost"; readonly message: string; readonly backend: BackendInfo; readonly card: ModelCard }
  | {
      readonly kind: "failed";
      readonly during: "load" | "run";
      readonly message: string;
      readonly card: ModelCard | null;
    };

/**
 * The scene that board, rows and sentences show: at rest the same as the pictures draw, in motion renewed about ten times
 * per second. Nobody reads faster, and text costs the browser more than lines on a canvas.
 */
export interface TextScene {
  readonly cursor: number;
  readonly revision: number;
  readonly views: readonly TrajectoryView[];
}

/** The run as the panels see it, at most once a frame. The record is changed in place; `revision` tells when. */
export interface RunState {
  readonly worker: WorkerStatus;
  /** The shipped models; null until their list has come. */
  readonly index: ModelIndex | null;
  /** The one that runs or is being loaded, and why; null until it is known. */
  readonly model: ModelChoice | null;
  readonly record: RunRecord | null;
  readonly revision: number;
  readonly letters: Letters;
  readonly playback: Playback;
  /** Derived at the cursor, by trajectory. */
  readonly views: readonly TrajectoryView[];
  readonly textScene: TextScene;
  /** What the three rules say, side by side; renewed with the order. */
  readonly selections: Selections;
  /** Trajectories, best first by the rule. While playing it is renewed about once a second, so that the list keeps calm. */
  readonly order: readonly number[];
  readonly selected: number;
  /** The trajectory whose softmax the worker sends along: the selected one, or the one about to be followed. */
  readonly focus: number;
  /** Whether the selection follows the best by the rule. */
  readonly followBest: boolean;
  readonly hovered: number | null;
}

const NONE = { residual: [], q: [], vote: [] };
const NO_SELECTIONS: Selections = { orders: NONE, ranks: NONE, votes: [], voters: 0 };

const FIRST_RUN_STATE: RunState = {
  worker: { kind: "loading", loaded: 0, total: 0 },
  index: null,
  model: null,
  record: null,
  revision: 0,
  letters: new Map(),
  playback: startPlayback(true),
  views: [],
  textScene: { cursor: 0, revision: 0, views: [] },
  selections: NO_SELECTIONS,
  order: [],
  selected: 0,
  focus: 0,
  followBest: true,
  hovered: null,
};

export function createRunStore() {
  return createStore<RunState>()(() => FIRST_RUN_STATE);
}

export type RunStore = ReturnType<typeof createRunStore>;

/** The model's card as soon as it is known. */
export function cardOf(worker: WorkerStatus): ModelCard | null {
  return worker.kind === "loading" ? null : worker.card;
}

export function backendOf(worker: WorkerStatus): BackendInfo | null {
  return worker.kind === "ready" || worker.kind === "lost" ? worker.backend : null;
}
