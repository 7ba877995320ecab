import type { ModelIndex } from "../../model/eqr/models";
import type { Recipe } from "../../model/eqr/recipe";
import type { BackendChoice, BackendInfo, FromWorker } from "../../model/worker/protocol";
import type { SharedRun } from "../link/codec";
import type { PuzzleStore } from "../store/puzzle";
import type { RunStore } from "../store/run";
import type { SettingsStore } from "../store/settings";
import type { StartStore } from "../store/start";
import type { Conductor, ModelPort } from "./conductor";
import { engineAfter } from "./engine";
import { chooseModel } from "./models";
import { keepsPast, sameRecipe } from "./recipe";
import { extentOf } from "./scene";

export interface DirectorParts {
  readonly port: ModelPort;
  readonly conductor: Conductor;
  readonly puzzle: PuzzleStore;
  readonly settings: SettingsStore;
  readonly start: StartStore;
  readonly run: RunStore;
  readonly models: () => Promise<ModelIndex>;
  readonly weightsUrl: string;
  readonly wasmUrls: Readonly<Record<string, string>>;
  readonly backend: BackendChoice;
}

export interface Director {
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
export function createDirector(parts: DirectorParts): Director {
  const { port, conductor, puzzle, settings, start, run } = parts;
  let index: ModelIndex | null = null;
  let model: string | null = null;
  let current: Recipe | null = null;
  let shown: SharedRun | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  port.subscribe((message: FromWorker) => {
    const engine = run.getState().engine;
    const after = engineAfter(engine, message);
    if (after !== engine) run.setState({ engine: after });
    if (message.type === "ready") {
      remember(message.backend);
      beginNow();
    }
  });

  puzzle.subscribe((now, before) => {
    if (now.puzzle !== before.puzzle) beginAfter(PUZZLE_REST);
  });
  start.subscribe(() => beginAfter(0));
  settings.subscribe((now, before) => {
    if (now.fields !== before.fields) beginAfter(FIELDS_REST);
    if (now.model !== before.model && index && chooseModel(index, now.model) !== model) void load();
    if (now.rule !== before.rule) conductor.refresh();
    if (now.autofit !== before.autofit) port.send({ type: "autofit", run: conductor.run(), on: now.autofit });
  });

  function remember({ device, shape }: BackendInfo): void {
    if (shape) settings.setState(({ shapes }) => ({ shapes: { ...shapes, [device]: shape } }));
  }

  function beginAfter(rest: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const recipe = recipeNow();
      if (recipe && current && !sameRecipe(recipe, current)) beginNow();
    }, rest);
  }

  function recipeNow(): Recipe | null {
    if (model === null) return null;
    const { terms } = start.getState();
    const recipe = { puzzle: puzzle.getState().puzzle, model, ...settings.getState().fields };
    return terms.length > 0 ? { ...recipe, start: terms } : recipe;
  }

  function beginNow(): void {
    clearTimeout(timer);
    const recipe = recipeNow();
    if (!recipe || run.getState().engine.kind !== "ready") return;
    const { end } = extentOf(run.getState().record);
    const resumes = current !== null && keepsPast(current, recipe, end);
    if (shown) conductor.begin(recipe, { playing: false, from: shown.cursor });
    else conductor.begin(recipe, { from: resumes ? end : 0 });
    shown = null;
    current = recipe;
    if (!settings.getState().autofit) port.send({ type: "autofit", run: conductor.run(), on: false });
  }

  async function load(): Promise<void> {
    run.setState({ engine: { kind: "loading", loaded: 0, total: 0 } });
    try {
      index = await parts.models();
      model = chooseModel(index, settings.getState().model);
      run.setState({ models: index.models, model });
      const { weightsUrl, wasmUrls, backend } = parts;
      port.send({ type: "load", model, weightsUrl, wasmUrls, backend, shapes: settings.getState().shapes });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      run.setState({ engine: { kind: "failed", during: "load", message, card: null } });
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
