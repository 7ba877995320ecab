import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ModelCard } from "../../model/eqr/card";
import { defaultRecipe, type Recipe } from "../../model/eqr/recipe";
import type { Shape } from "../../model/maps/relational/kernels/shape";
import type { FromWorker, ToWorker } from "../../model/worker/protocol";
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

function stage(models: () => Promise<{ default: string; models: { name: string; title: string }[] }>) {
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
  };
  const starter = createRunStarter({
    client,
    loop,
    ...stores,
    assets: { models, weights: "/weights/" },
    wasmUrls: {},
    backend: "auto",
  });
  const ready = (shape?: Shape) =>
    listener({
      type: "ready",
      backend: { kind: "webgpu", device: "a card", whyNotWebgpu: null, ...(shape && { shape }) },
      card,
    });
  return { sent, begun, starter, ready, ...stores };
}

const index = async () => ({
  default: "m",
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
    const { starter, ready, begun, sent, settings } = stage(index);
    const recipe = defaultRecipe(puzzle, "big");
    settings.setState({ model: "big" });
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
    settings.setState({ model: "big" });
    await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ type: "load", model: "big" }), PATIENCE);
    expect(run.getState()).toMatchObject({ model: "big", models: [{ name: "m" }, { name: "big" }] });
    ready();
    expect(begun.at(-1)).toMatchObject({ recipe: defaultRecipe(puzzle, "big"), how: { from: 0 } });
    const before = sent.length;
    settings.setState({ model: "unknown" });
    await vi.waitFor(() => expect(sent.at(-1)).toMatchObject({ type: "load", model: "m" }), PATIENCE);
    settings.setState({ model: "" });
    await vi.advanceTimersByTimeAsync(10);
    expect(sent.length).toBe(before + 1);
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
