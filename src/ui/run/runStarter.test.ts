import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { recordOf } from "../../model/eqr/fixtures/record";
import type { ModelCard } from "../../model/eqr/model/card";
import type { DeviceKind, ModelIndex } from "../../model/eqr/model/models";
import { defaultRecipe, type Recipe, same } from "../../model/eqr/recipe/recipe";
import { createRecord } from "../../model/eqr/record/record";
import type { Shape } from "../../model/maps/relational/kernels/shape";
import type { FromWorker, ToWorker } from "../../model/worker/protocol";
import type { SharedRun } from "../link/sharedRun";
import { createNoticeStore } from "../store/notices";
import { createPuzzleStore } from "../store/puzzle";
import { createRunStore } from "../store/run";
import { createSettingsStore } from "../store/settings";
import { createStartStore } from "../store/start";
import { withDigit } from "../tasks/sudoku/puzzle";
import type { Opening } from "./opening";
import type { PlaybackLoop } from "./playbackLoop";
import { createRunStarter, type RunStarterDeps } from "./runStarter";

/** Whatever the machine is doing: it waits no longer than it must. */
const PATIENCE = { timeout: 60_000 };

const card = { name: "m", weights: { sha256: "abc" } } as ModelCard;
const puzzle = ".".repeat(81);

function stage(
  models: () => Promise<ModelIndex>,
  probed: DeviceKind = "elsewhere",
  changes: Partial<RunStarterDeps> = {},
) {
  const sent: ToWorker[] = [];
  const begun: { recipe: Recipe; how: unknown }[] = [];
  /** Shipped runs that were shown, and those that the worker was given after that. */
  const shown: { recipe: Recipe; how: unknown }[] = [];
  const attached: Recipe[] = [];
  let listener: (message: FromWorker) => void = () => {};
  const client = {
    send: (message: ToWorker) => void sent.push(message),
    subscribe: (on: (message: FromWorker) => void) => {
      listener = on;
      return () => {};
    },
  };
  const loop: PlaybackLoop = {
    begin: (recipe, how) => void begun.push({ recipe, how }),
    show: ({ recipe }, _, how) => void shown.push({ recipe, how }),
    attach: () => void attached.push(...shown.slice(-1).map(({ recipe }) => recipe)),
    turn: () => {},
    hide: () => {},
    refresh: () => {},
    run: () => begun.length,
  };
  const stores = {
    puzzle: createPuzzleStore({ puzzle, source: "empty" }),
    settings: createSettingsStore(),
    start: createStartStore(),
    run: createRunStore(),
    notices: createNoticeStore(),
  };
  const device = vi.fn(async () => probed);
  const starter = createRunStarter({
    client,
    loop,
    ...stores,
    assets: { models, weights: "/weights/" },
    wasmUrls: {},
    backend: "auto",
    device,
    opening: null,
    calm: () => false,
    ...changes,
  });
  const ready = (shape?: Shape, device: DeviceKind = probed) =>
    listener({
      type: "ready",
      backend: {
        kind: "webgpu",
        software: device !== "gpu",
        device: "a card",
        whyNotWebgpu: null,
        ...(shape && { shape }),
      },
      card,
    });
  const fail = () => listener({ type: "failed", during: "run", message: "The processor has not answered." });
  return { device, sent, begun, shown, attached, starter, ready, fail, ...stores };
}

const index = async () => ({
  default: { gpu: "big", elsewhere: "m" },
  models: [
    { name: "m", title: "M" },
    { name: "big", title: "Big" },
  ],
});

describe("the run starter", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("remembers the shape of the kernels that suits the device, and hands it over at the next load", async () => {
    const { starter, ready, settings, sent } = stage(index);
    await starter.load();
    const shape: Shape = { family: "serial", candidates: 1, groups: 2 };
    ready(shape);
    expect(settings.getState().shapes).toEqual({ "a card": shape });
    await starter.load();
    expect(sent.at(-1)).toMatchObject({ type: "load", shapes: { "a card": shape } });
  });

  describe("with a run out of a file", () => {
    const record = createRecord(defaultRecipe(puzzle, "m"));
    const shared: SharedRun = {
      ...{ recipe: record.recipe, cursor: 0, selected: null, rule: "residual", view: "map", axes: [0, 1] },
      ...{ setup: null, outcome: null },
    };

    it("shows it before the network is there, and has the network join in where it is the same", async () => {
      const { starter, ready, shown, attached, begun } = stage(index);
      starter.restore(shared, record, "abc");
      expect(shown).toMatchObject([{ recipe: record.recipe, how: { playing: false, at: 0 } }]);
      await starter.load();
      expect(attached).toEqual([]);
      ready();
      expect(attached).toEqual([record.recipe]);
      expect(begun).toEqual([]);
    });

    it("leaves it as it was saved where the weights are others, and says so; a new puzzle is run", async () => {
      const { starter, ready, attached, begun, notices, puzzle: store } = stage(index);
      await starter.load();
      ready();
      starter.restore(shared, record, "other");
      expect(attached).toEqual([]);
      expect(begun.length).toBe(1);
      expect(notices.getState().list).toMatchObject([{ text: expect.stringContaining("other weights") }]);
      store.setState({ puzzle: withDigit(puzzle, 0, 1) });
      vi.advanceTimersByTime(1000);
      expect(begun.at(-1)?.recipe.puzzle).toBe(withDigit(puzzle, 0, 1));
    });
  });

  it("begins a run by itself once the model is there", async () => {
    const { starter, ready, begun, sent } = stage(index);
    await starter.load();
    expect(sent).toMatchObject([{ type: "load", model: "m" }]);
    expect(begun).toEqual([]);
    ready();
    expect(begun).toMatchObject([{ recipe: defaultRecipe(puzzle, "m"), how: { from: 0 } }]);
  });

  it("begins anew once edits have come to rest, and not where nothing changed in the end", async () => {
    const { starter, ready, begun, puzzle: store } = stage(index);
    await starter.load();
    ready();
    store.setState({ puzzle: withDigit(puzzle, 0, 1) });
    vi.advanceTimersByTime(300);
    store.setState({ puzzle: withDigit(puzzle, 0, 2) });
    vi.advanceTimersByTime(300);
    expect(begun.length).toBe(1);
    vi.advanceTimersByTime(200);
    expect(begun.at(-1)?.recipe.puzzle).toBe(withDigit(puzzle, 0, 2));
    store.setState({ puzzle });
    store.setState({ puzzle: withDigit(puzzle, 0, 2) });
    vi.advanceTimersByTime(1000);
    expect(begun.length).toBe(2);
  });

  it("shows a link's run up to its iteration and stops there", async () => {
    const { starter, ready, begun, sent, device, run } = stage(index);
    const recipe = defaultRecipe(puzzle, "big");
    starter.show({
      recipe,
      cursor: 44,
      selected: null,
      rule: "residual",
      view: "map",
      axes: [0, 1],
      setup: null,
      outcome: null,
    });
    await starter.load();
    expect(sent).toMatchObject([{ type: "load", model: "big" }]);
    expect(run.getState().model).toEqual({ model: "big", reason: "link" });
    expect(device).not.toHaveBeenCalled();
    ready();
    expect(begun).toMatchObject([{ recipe, how: { playing: false, from: 44, at: 44 } }]);
    const window = { k: 60, flipped: [true, false, false] as const };
    starter.show({
      ...{ recipe, cursor: 44, selected: null, rule: "residual", view: "map", axes: [0, 1], setup: null },
      ...{ outcome: null, reached: 71, window },
    });
    expect(begun.at(-1)).toMatchObject({ recipe, how: { playing: false, from: 71, at: 44, window } });
  });

  it("loads another model when it is chosen, and runs the same puzzle and settings on it", async () => {
    const { starter, ready, begun, sent, settings, run } = stage(index);
    await starter.load();
    ready();
    starter.choose("big");
    await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ type: "load", model: "big" }), PATIENCE);
    expect(run.getState()).toMatchObject({ model: { model: "big", reason: "person" }, index: await index() });
    expect(settings.getState().chosenModel).toBe("big");
    ready();
    expect(begun.at(-1)).toMatchObject({ recipe: defaultRecipe(puzzle, "big"), how: { from: 0 } });
    const before = sent.length;
    starter.choose("unknown");
    await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ type: "load", model: "m" }), PATIENCE);
    starter.choose("");
    starter.choose("m");
    await vi.advanceTimersByTimeAsync(10);
    expect(sent.length).toBe(before + 1);
    expect(run.getState().model).toEqual({ model: "m", reason: "person" });
  });

  it("starts with the model for the device, and changes it once where the probe was wrong", async () => {
    const { starter, ready, sent, begun, run } = stage(index, "gpu");
    await starter.load();
    expect(run.getState().model).toEqual({ model: "big", reason: "gpu" });
    ready(undefined, "elsewhere");
    await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ type: "load", model: "m" }), PATIENCE);
    expect(begun).toEqual([]);
    expect(run.getState().model).toEqual({ model: "m", reason: "elsewhere" });
    ready(undefined, "gpu");
    expect(begun).toMatchObject([{ recipe: defaultRecipe(puzzle, "m") }]);
    expect(sent.length).toBe(2);
  });

  it("runs what a link names whatever a person chose before, and what they choose after it", async () => {
    const { starter, ready, sent, settings, run } = stage(index);
    settings.setState({ chosenModel: "big" });
    await starter.load();
    ready();
    expect(run.getState().model).toEqual({ model: "big", reason: "person" });
    const link = {
      cursor: 0,
      selected: null,
      rule: "residual",
      view: "map",
      axes: [0, 1],
      setup: null,
      outcome: null,
    } as const;
    starter.show({ ...link, recipe: defaultRecipe(puzzle, "m") });
    await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ type: "load", model: "m" }), PATIENCE);
    ready();
    expect(settings.getState().chosenModel).toBe("big");
    starter.choose("big");
    await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ type: "load", model: "big" }), PATIENCE);
    expect(run.getState().model).toEqual({ model: "big", reason: "person" });
  });

  it("says that a link's model is not here, and which one runs", async () => {
    const { starter, ready, begun, notices } = stage(index);
    await starter.load();
    ready();
    const link = {
      cursor: 5,
      selected: null,
      rule: "residual",
      view: "map",
      axes: [0, 1],
      setup: null,
      outcome: null,
    } as const;
    starter.show({ ...link, recipe: defaultRecipe(puzzle, "gone") });
    expect(begun.at(-1)).toMatchObject({ recipe: { model: "m" }, how: { from: 5 } });
    expect(notices.getState().list).toMatchObject([
      { text: 'The link names the model "gone", which is not here: M runs instead.' },
    ]);
    starter.show({ ...link, recipe: defaultRecipe(puzzle, "m") });
    expect(notices.getState().list).toEqual([]);
  });

  it("says what to do when the models cannot be had, and tries again", async () => {
    let there = false;
    const { starter, run, sent } = stage(() => (there ? index() : Promise.reject(new Error("Check the network."))));
    await starter.load();
    expect(run.getState().worker).toMatchObject({ kind: "failed", during: "load", message: "Check the network." });
    there = true;
    starter.retry();
    await vi.waitFor(() => expect(sent).toMatchObject([{ type: "load" }]), PATIENCE);
    expect(run.getState().worker.kind).toBe("loading");
  });

  it("takes a run that stopped by a failure up where it was, unless it was changed meanwhile", async () => {
    const { starter, ready, fail, begun, run, settings } = stage(index);
    await starter.load();
    ready();
    const recipe = begun.at(-1)?.recipe;
    if (!recipe) throw new Error("No run has begun.");
    const record = recordOf(recipe, () => ({ residual: 0.1 }));
    run.setState({ record });
    const end = record.frames.length - 1;
    fail();
    starter.retry();
    await vi.waitFor(() => expect(run.getState().worker.kind).toBe("loading"), PATIENCE);
    ready();
    expect(begun.at(-1)).toMatchObject({ recipe, how: { from: end } });
    fail();
    settings.setState({ fields: { ...settings.getState().fields, seed: 99 } });
    starter.retry();
    ready();
    expect(begun.at(-1)).toMatchObject({ recipe: { seed: 99 }, how: { from: 0 } });
  });

  it("plays nothing by itself for someone who asked for less motion", async () => {
    const { starter, ready, begun, settings } = stage(index, "elsewhere", { calm: () => true });
    await starter.load();
    ready();
    expect(begun).toMatchObject([{ how: { from: 0, playing: false } }]);
    settings.setState(({ fields }) => ({ fields: { ...fields, seed: 7 } }));
    vi.advanceTimersByTime(300);
    expect(begun.at(-1)).toMatchObject({ recipe: { seed: 7 }, how: { playing: false } });
  });
});

describe("the shipped run", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  /** Holds one run, of these weights and this recipe. */
  function openingOf(recipe: Recipe, sha256 = "abc"): Opening {
    const record = createRecord(recipe);
    return {
      load: async () => {},
      recipe: () => recipe,
      fittedAt: () => 77,
      take: (wanted, loaded) =>
        same(wanted, recipe, "run") && (loaded === null || loaded === sha256)
          ? { sha256, record, trajectory: 3 }
          : null,
    };
  }
  const recipe = defaultRecipe(puzzle, "m");

  it("is on show before the network is there, and is then handed to the worker, not begun anew", async () => {
    const { starter, ready, begun, shown, attached } = stage(index, "elsewhere", { opening: openingOf(recipe) });
    await starter.load();
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toMatchObject([{ recipe, how: { playing: true } }]);
    expect(attached).toEqual([]);
    ready();
    expect(attached).toEqual([recipe]);
    expect(shown).toHaveLength(1);
    expect(begun).toEqual([]);
  });

  it("gives way to a run of this device where it was made with other weights", async () => {
    const { starter, ready, begun, attached } = stage(index, "elsewhere", { opening: openingOf(recipe, "of before") });
    await starter.load();
    await vi.advanceTimersByTimeAsync(0);
    ready();
    expect(attached).toEqual([]);
    expect(begun).toMatchObject([{ recipe }]);
  });

  it("brings its seed along, and does not come over settings or a puzzle of one's own", async () => {
    const fresh = stage(index, "elsewhere", { opening: openingOf({ ...recipe, seed: 5 }) });
    await fresh.starter.load();
    await vi.advanceTimersByTimeAsync(500);
    expect(fresh.shown).toMatchObject([{ recipe: { seed: 5 } }]);
    expect(fresh.settings.getState().fields.seed).toBe(5);
    fresh.ready();
    expect(fresh.begun).toEqual([]);
    const own = stage(index, "elsewhere", { opening: openingOf(recipe) });
    own.puzzle.setState({ puzzle: withDigit(puzzle, 0, 1) });
    await own.starter.load();
    await vi.advanceTimersByTimeAsync(500);
    expect(own.shown).toEqual([]);
    own.ready();
    expect(own.begun).toMatchObject([{ recipe: { puzzle: withDigit(puzzle, 0, 1) } }]);
  });

  it("stands at a link's iteration, is computed here where a link's outcome is to be compared, and at its end for someone who asked for less motion", async () => {
    const shared: SharedRun = {
      recipe,
      cursor: 20,
      selected: null,
      rule: "residual",
      view: "map",
      axes: [0, 1],
      setup: null,
      outcome: null,
    };
    const linked = stage(index, "elsewhere", { opening: openingOf(recipe) });
    linked.starter.show(shared);
    await linked.starter.load();
    await vi.advanceTimersByTimeAsync(0);
    expect(linked.shown).toMatchObject([{ how: { playing: false, at: 20 } }]);
    const otherAxes = stage(index, "elsewhere", { opening: openingOf(recipe) });
    otherAxes.starter.show({ ...shared, window: { k: 30, flipped: [false, false, false] } });
    await otherAxes.starter.load();
    await vi.advanceTimersByTimeAsync(0);
    otherAxes.ready();
    expect(otherAxes.shown).toEqual([]);
    expect(otherAxes.begun).toMatchObject([{ how: { at: 20, window: { k: 30 } } }]);
    const compared = stage(index, "elsewhere", { opening: openingOf(recipe) });
    compared.starter.show({ ...shared, outcome: "AQ" });
    await compared.starter.load();
    await vi.advanceTimersByTimeAsync(0);
    compared.ready();
    expect(compared.shown).toEqual([]);
    expect(compared.begun).toMatchObject([{ recipe, how: { at: 20 } }]);
    const calm = stage(index, "elsewhere", { opening: openingOf(recipe), calm: () => true });
    await calm.starter.load();
    await vi.advanceTimersByTimeAsync(0);
    expect(calm.shown).toMatchObject([{ how: { playing: false } }]);
  });

  it("is shown again when its puzzle comes back", async () => {
    const {
      starter,
      ready,
      begun,
      shown,
      attached,
      puzzle: store,
    } = stage(index, "elsewhere", { opening: openingOf(recipe) });
    await starter.load();
    await vi.advanceTimersByTimeAsync(0);
    ready();
    store.setState({ puzzle: withDigit(puzzle, 0, 1) });
    vi.advanceTimersByTime(500);
    expect(begun).toHaveLength(1);
    store.setState({ puzzle });
    vi.advanceTimersByTime(500);
    expect(shown).toHaveLength(2);
    expect(attached).toHaveLength(2);
    expect(begun).toHaveLength(1);
  });
});
