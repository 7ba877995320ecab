import type { BackendChoice, BackendInfo } from "../../model/eqr/backend";
import type { ModelIndex } from "../../model/eqr/models";
import { type Recipe, same } from "../../model/eqr/recipe";
import type { FromWorker } from "../../model/worker/protocol";
import type { Assets } from "../assets";
import type { SharedRun } from "../link/codec";
import { type PuzzleStore, samePuzzle } from "../store/puzzle";
import type { RunStore } from "../store/run";
import type { SettingsStore } from "../store/settings";
import type { StartStore } from "../store/start";
import { chooseModel } from "./models";
import type { ModelClient, PlaybackLoop } from "./playbackLoop";
import { keepsPast } from "./recipe";
import { extentOf } from "./scene";
import { statusAfter } from "./workerStatus";

export interface RunStarterDeps {
  readonly client: ModelClient;
  readonly loop: PlaybackLoop;
  readonly puzzle: PuzzleStore;
  readonly settings: SettingsStore;
  readonly start: StartStore;
  readonly run: RunStore;
  readonly assets: Pick<Assets, "models" | "weights">;
  readonly wasmUrls: Readonly<Record<string, string>>;
  readonly backend: BackendChoice;
}

export interface RunStarter {
  /** Loads the model; the run begins by itself once it is there. */
  load(): Promise<void>;
  /** Loads or starts again after a failure. */
  retry(): void;
  /** Shows a shared run: the stores must hold its puzzle and settings already. Stops at its cursor. */
  show(shared: SharedRun): void;
}

const PUZZLE_REST = 400;
const FIELDS_REST = 250;

/** Decides when a run begins: once the model is there, and anew a moment after the recipe has changed. */
export function createRunStarter(deps: RunStarterDeps): RunStarter {
  const { client, loop, puzzle, settings, start, run } = deps;
  let index: ModelIndex | null = null;
  let model: string | null = null;
  let current: Recipe | null = null;
  let shown: SharedRun | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  client.subscribe((message: FromWorker) => {
    const worker = run.getState().worker;
    const after = statusAfter(worker, message);
    if (after !== worker) run.setState({ worker: after });
    if (message.type === "ready") {
      remember(message.backend);
      beginNow();
    }
  });

  puzzle.subscribe((now, before) => {
    if (!samePuzzle(now, before)) beginAfter(PUZZLE_REST);
  });
  start.subscribe(() => beginAfter(0));
  settings.subscribe((now, before) => {
    if (now.fields !== before.fields) beginAfter(FIELDS_REST);
    if (now.model !== before.model && index && chooseModel(index, now.model) !== model) void load();
    if (now.rule !== before.rule) loop.refresh();
    if (now.autofit !== before.autofit) client.send({ type: "autofit", run: loop.run(), on: now.autofit });
  });

  function remember({ device, shape }: BackendInfo): void {
    if (shape) settings.setState(({ shapes }) => ({ shapes: { ...shapes, [device]: shape } }));
  }

  function beginAfter(rest: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const recipe = recipeNow();
      if (recipe && current && !same(recipe, current, "run")) beginNow();
    }, rest);
  }

  function recipeNow(): Recipe | null {
    if (model === null) return null;
    const { terms } = start.getState();
    const { task, puzzle: text } = puzzle.getState();
    const recipe = { ...(task !== undefined && { task }), puzzle: text, model, ...settings.getState().fields };
    return terms.length > 0 ? { ...recipe, start: terms } : recipe;
  }

  function beginNow(): void {
    clearTimeout(timer);
    const recipe = recipeNow();
    if (!recipe || run.getState().worker.kind !== "ready") return;
    const { end } = extentOf(run.getState().record);
    const resumes = current !== null && keepsPast(current, recipe, end);
    if (shown) {
      const { cursor, reached = cursor, window } = shown;
      loop.begin(recipe, { playing: false, from: reached, at: cursor, window });
    } else loop.begin(recipe, { from: resumes ? end : 0 });
    shown = null;
    current = recipe;
    if (!settings.getState().autofit) client.send({ type: "autofit", run: loop.run(), on: false });
  }

  async function load(): Promise<void> {
    run.setState({ worker: { kind: "loading", loaded: 0, total: 0 } });
    try {
      index = await deps.assets.models();
      model = chooseModel(index, settings.getState().model);
      run.setState({ models: index.models, model });
      const { assets, wasmUrls, backend } = deps;
      const { shapes } = settings.getState();
      client.send({ type: "load", model, weightsUrl: assets.weights, wasmUrls, backend, shapes });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      run.setState({ worker: { kind: "failed", during: "load", message, card: null } });
    }
  }

  return {
    load,
    retry() {
      current = null;
      void load();
    },
    show(shared) {
      shown = shared;
      // Where the settings name another model it is on its way, and the run begins once it is there.
      if (index && chooseModel(index, shared.recipe.model) === model) beginNow();
    },
  };
}
