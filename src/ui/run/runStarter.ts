import type { BackendChoice, BackendInfo } from "../../model/eqr/backend/backend";
import type { DeviceKind, ModelIndex } from "../../model/eqr/model/models";
import { FIELDS, type Recipe, same } from "../../model/eqr/recipe/recipe";
import { rankAt } from "../../model/eqr/recipe/selection";
import type { RunRecord } from "../../model/eqr/record/record";
import type { RunFile } from "../../model/export/runFile";
import type { FromWorker } from "../../model/worker/protocol";
import { say } from "../../words/say";
import type { Assets } from "../assets";
import type { SharedRun } from "../link/sharedRun";
import { closeTopic, type NoticeStore, notify } from "../store/notices";
import { type PuzzleStore, samePuzzle } from "../store/puzzle";
import { cardOf, type RunStore } from "../store/run";
import type { SettingsStore } from "../store/settings";
import type { StartStore } from "../store/start";
import { chooseModel, deviceOf, type ModelChoice } from "./models";
import type { Opening } from "./opening";
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
  readonly notices: NoticeStore;
  readonly assets: Pick<Assets, "models" | "weights">;
  readonly wasmUrls: Readonly<Record<string, string>>;
  readonly backend: BackendChoice;
  /** What the page will probably compute on; never rejects. */
  readonly device: () => Promise<DeviceKind>;
  /** The shipped run; null where the page shows none. */
  readonly opening: Opening | null;
  /** Whether the person asked their system for less motion: nothing plays by itself. */
  readonly calm: () => boolean;
}

export interface RunStarter {
  /** Loads the model that a link, a person or the device asks for; the run begins by itself once it is there. */
  load(): Promise<void>;
  /** Runs the model of this name from now on, on later visits too; of the empty name, the one for the device. */
  choose(model: string): void;
  /** Loads or starts again after a failure. */
  retry(): void;
  /** Shows a shared run: the stores must hold its puzzle and settings already. Stops at its cursor. */
  show(shared: SharedRun): void;
  /**
   * Shows a run that a file holds whole, at the link's cursor. `sha256`: of the weights that made it; where those are here,
   * the network joins in and the run can go on.
   */
  restore(shared: SharedRun, record: RunRecord, sha256: string): void;
}

const PUZZLE_REST = 400;
const FIELDS_REST = 250;

/** Decides when a run begins: once the model is there, and anew a moment after the recipe has changed. */
export function createRunStarter(deps: RunStarterDeps): RunStarter {
  const { client, loop, puzzle, settings, start, run, notices, opening, calm } = deps;
  let index: ModelIndex | null = null;
  let model: ModelChoice | null = null;
  /** The model that the opened link names. */
  let linked = "";
  let device: DeviceKind | null = null;
  let corrected = false;
  let loads = 0;
  let current: Recipe | null = null;
  /** The run that stopped by a failure, which a retry takes up where it was. */
  let stopped: Recipe | null = null;
  let shown: SharedRun | null = null;
  /** A run out of a file that is on show, until it is known whether the network can join in. */
  let restored: { readonly recipe: Recipe; readonly sha256: string } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Until the shipped run is there, or is known not to be. */
  let awaited: Promise<void> | null = null;
  /** Of the weights of the shipped run that is on show while the network is still loading. */
  let shownSha256: string | null = null;

  client.subscribe((message: FromWorker) => {
    const worker = run.getState().worker;
    const after = statusAfter(worker, message);
    if (after !== worker) run.setState({ worker: after });
    if (message.type === "ready") {
      remember(message.backend);
      device = deviceOf(message.backend);
      // Where the probe was wrong, this is the other device's model; once, or a device that takes only one would be changed for ever.
      if (!corrected && isOther()) {
        corrected = true;
        void load();
      } else if (awaited) void awaited.then(beginNow);
      else beginNow();
    }
  });

  puzzle.subscribe((now, before) => {
    if (!samePuzzle(now, before)) beginAfter(PUZZLE_REST);
  });
  start.subscribe(() => beginAfter(0));
  settings.subscribe((now, before) => {
    if (now.fields !== before.fields) beginAfter(FIELDS_REST);
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
      if (!recipe || !current || same(recipe, current, "run")) return;
      // Another run is wanted than the one out of the file.
      restored = null;
      beginNow();
    }, rest);
  }

  function wanted(): ModelChoice | null {
    return index && chooseModel(index, { linked, chosen: settings.getState().chosenModel, device });
  }

  /** Whether another model is wanted than the one that runs or is on its way. */
  function isOther(): boolean {
    const now = wanted();
    return now !== null && now.model !== model?.model;
  }

  function recipeNow(): Recipe | null {
    if (model === null) return null;
    const { terms } = start.getState();
    const { task, puzzle: text } = puzzle.getState();
    const recipe = {
      ...(task !== undefined && { task }),
      puzzle: text,
      model: model.model,
      ...settings.getState().fields,
    };
    return terms.length > 0 ? { ...recipe, start: terms } : recipe;
  }

  function beginNow(): void {
    clearTimeout(timer);
    const recipe = recipeNow();
    const { worker, record } = run.getState();
    if (!recipe || worker.kind !== "ready") return;
    const { sha256 } = worker.card.weights;
    if (restored) {
      const fits = restored.sha256 === sha256 && same(recipe, restored.recipe, "run");
      restored = null;
      current = recipe;
      if (fits) loop.attach();
      else
        notify(notices, {
          topic: "link-model",
          tone: "warning",
          text: say`This run was made with other weights than the ones here: it is shown as it was saved, and cannot go on.`,
        });
      return;
    }
    const isOnShow = shownSha256 === sha256 && current !== null && same(recipe, current, "run") && !shown;
    shownSha256 = null;
    const goesOn = stopped !== null && same(stopped, recipe, "run");
    stopped = null;
    if (isOnShow || (!goesOn && showShipped(recipe, sha256))) {
      loop.attach();
      return;
    }
    const { end } = extentOf(record);
    const resumes = goesOn || (current !== null && keepsPast(current, recipe, end));
    if (shown) {
      const { cursor, reached = cursor, window } = shown;
      loop.begin(recipe, { playing: false, from: reached, at: cursor, window });
    } else loop.begin(recipe, { from: resumes ? end : 0, playing: resumes || !calm() });
    shown = null;
    current = recipe;
    if (!settings.getState().autofit) client.send({ type: "autofit", run: loop.run(), on: false });
  }

  /** Shows the shipped run if it is the recipe's, and gives its file; null where it is not. */
  function showShipped(recipe: Recipe, sha256: string | null): RunFile | null {
    // What a sender saw is compared with what this device computes, not with what was computed elsewhere.
    if (shown && shown.outcome !== null) return null;
    // On other axes a sender's picture is another one.
    if (shown?.window && shown.window.k !== opening?.fittedAt()) return null;
    const file = opening?.take(recipe, sha256) ?? null;
    if (!file) return null;
    loop.show(file.record, file.trajectory, shown ? { playing: false, at: shown.cursor } : { playing: !calm() });
    shown = null;
    current = recipe;
    return file;
  }

  /** The first thing to be seen is the shipped run, unless another puzzle or other settings are wanted. */
  function open(): void {
    const [recipe, shipped] = [recipeNow(), opening?.recipe()];
    if (!recipe || !shipped || current !== null) return;
    // Its seed is part of what makes it worth seeing.
    const seed = recipe.seed === FIELDS.seed.default && !shown ? shipped.seed : recipe.seed;
    const file = showShipped({ ...recipe, seed }, cardOf(run.getState().worker)?.weights.sha256 ?? null);
    if (!file) return;
    shownSha256 = file.sha256;
    if (seed !== recipe.seed) settings.setState(({ fields }) => ({ fields: { ...fields, seed } }));
  }

  async function load(): Promise<void> {
    const own = ++loads;
    run.setState({ worker: { kind: "loading", loaded: 0, total: 0 } });
    try {
      index = await deps.assets.models();
      if (wanted() === null) device = await deps.device();
      const now = wanted();
      // Another load has begun meanwhile.
      if (own !== loads || !now) return;
      model = now;
      run.setState({ index, model });
      sayWhatIsMissing();
      const { assets, wasmUrls, backend } = deps;
      const { shapes } = settings.getState();
      client.send({ type: "load", model: model.model, weightsUrl: assets.weights, wasmUrls, backend, shapes });
      if (!opening) return;
      awaited = opening.load(model.model).then(open);
      await awaited;
      awaited = null;
    } catch (error) {
      if (own !== loads) return;
      const message = error instanceof Error ? error.message : String(error);
      run.setState({ worker: { kind: "failed", during: "load", message, card: null } });
    }
  }

  function sayWhatIsMissing(): void {
    closeTopic(notices, "link-model");
    if (linked === "" || model?.reason === "link") return;
    const title = index?.models.find(({ name }) => name === model?.model)?.title;
    const text = say`The link names the model "${linked}", which is not here: ${title ?? ""} runs instead.`;
    notify(notices, { topic: "link-model", tone: "warning", text });
  }

  /** Takes note of a new wish; whether another model is on its way now. */
  function reconsider(): boolean {
    if (isOther()) {
      void load();
      return true;
    }
    const now = wanted();
    if (now && model) {
      model = now;
      run.setState({ model });
      sayWhatIsMissing();
    }
    return false;
  }

  return {
    load,
    choose(chosen) {
      linked = "";
      settings.setState({ chosenModel: chosen });
      reconsider();
    },
    retry() {
      const { worker } = run.getState();
      stopped = worker.kind === "failed" && worker.during === "run" ? current : null;
      current = null;
      void load();
    },
    restore({ recipe, cursor }, record, sha256) {
      clearTimeout(timer);
      shown = null;
      restored = { recipe: record.recipe, sha256 };
      current = record.recipe;
      linked = recipe.model;
      const best = rankAt(record, record.frames.length - 1, settings.getState().rule)[0] ?? 0;
      loop.show(record, best, { playing: false, at: cursor });
      if (index && !reconsider()) beginNow();
    },
    show(shared) {
      restored = null;
      shown = shared;
      linked = shared.recipe.model;
      // Where another model is on its way, the run begins once it is there.
      if (index && !reconsider()) beginNow();
    },
  };
}
