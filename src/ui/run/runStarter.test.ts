import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ModelCard } from "../../model/eqr/card";
import type { DeviceKind, ModelIndex } from "../../model/eqr/models";
import { defaultRecipe, type Recipe } from "../../model/eqr/recipe";
import type { Shape } from "../../model/maps/relational/kernels/shape";
import type { FromWorker, ToWorker } from "../../model/worker/protocol";
import { createNoticeStore } from "../store/notices";
import { createPuzzleStore } from "../store/puzzle";
import { createRunStore } from "../store/run";
import { createSettingsStore } from "../store/settings";
import { createStartStore } from "../store/start";
import { withDigit } from "../tasks/sudoku/puzzle";
import type { PlaybackLoop } from "./playbackLoop";
import { createRunStarter } from "./runStarter";

/** Whatever the machine is doing: it waits no longer than it must. */
const PATIENCE = { timeout: 60_000 };

const card = { name: "m" } as ModelCard;
const puzzle = ".".repeat(81);

function stage(models: () => Promise<ModelIndex>, probed: DeviceKind = "elsewhere") {
  const sent: ToWorker[] = [];
  const begun: { recipe: Recipe; how: unknown }[] = [];
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
  return { device, sent, begun, starter, ready, ...stores };
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
});
