import { describe, expect, it, vi } from "vitest";
import { tagOf } from "../../model/analysis/gridTags";
import { defaultRecipe, type Recipe } from "../../model/eqr/recipe/recipe";
import { encodeFingerprint, fingerprintAt } from "../../model/eqr/record/fingerprint";
import { appendFrame, createRecord, type RunRecord } from "../../model/eqr/record/record";
import { runJson } from "../../model/export/json";
import type { SharedRun } from "../link/sharedRun";
import { writeLink } from "../link/write";
import type { RunStarter } from "../run/runStarter";
import { createGameStore } from "../store/game";
import { tagsOf, withFound } from "../store/letters";
import { createNoticeStore } from "../store/notices";
import { createPageStore } from "../store/page";
import { createPuzzleStore } from "../store/puzzle";
import { createRunStore } from "../store/run";
import { createSettingsStore, DEFAULT_SETTINGS } from "../store/settings";
import { arrange, createSetups, setupIn } from "../store/setups";
import { createStartStore } from "../store/start";
import { BLANK, withDigit } from "../tasks/sudoku/puzzle";
import { viewNamed } from "../views";
import { basinsSetup } from "../views/basins/setup";
import { kickSetup } from "../views/kick/setup";
import { createShareActions } from "./share";

const mine = withDigit(BLANK, 0, 1);
const theirs: Recipe = { ...defaultRecipe(withDigit(BLANK, 40, 9), "m"), breadth: 2, seed: 7, lambda: 0.5 };

function recordOf(recipe: Recipe, digit: number): RunRecord {
  const record = createRecord(recipe);
  for (let k = 0; k <= 3; k++)
    appendFrame(record, {
      k,
      residual: new Float32Array(2).fill(0.1),
      q: new Float32Array(2),
      coords: new Float32Array(6),
      digits: Uint8Array.from({ length: 162 }, (_, i) => (i < 81 ? 1 : digit)),
      confidence: new Uint8Array(162),
    });
  return record;
}

function stage() {
  const starter: RunStarter = {
    load: async () => {},
    choose: () => {},
    retry: () => {},
    show: vi.fn(),
    restore: vi.fn(),
  };
  const memory = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
  const puzzle = createPuzzleStore({ puzzle: mine, source: "typed" }, memory);
  const stores = {
    puzzle,
    game: createGameStore(puzzle, memory),
    settings: createSettingsStore(memory),
    start: createStartStore(),
    run: createRunStore(),
    page: createPageStore(),
    notices: createNoticeStore(),
    setups: createSetups(),
    setupOf: (view: string) => viewNamed(view).setup,
  };
  return { ...stores, starter, share: createShareActions({ ...stores, starter, showsShipped: () => false }) };
}

const shared: SharedRun = {
  recipe: theirs,
  cursor: 3,
  selected: 1,
  rule: "q",
  view: "map",
  axes: [1, 2],
  setup: null,
  outcome: encodeFingerprint(fingerprintAt(recordOf(theirs, 2), 3)),
};

describe("opening a link", () => {
  it("takes over puzzle, settings and selection, and undo brings the old puzzle back", () => {
    const { share, puzzle, settings, run, starter } = stage();
    expect(share.open(writeLink(shared))).toBe("run");
    expect(puzzle.getState()).toEqual({ puzzle: theirs.puzzle, source: "from a link" });
    expect(settings.getState()).toMatchObject({
      chosenModel: "",
      rule: "q",
      axes: [1, 2],
      fields: { seed: 7, lambda: 0.5 },
    });
    expect(run.getState()).toMatchObject({ selected: 1, followBest: false });
    expect(starter.show).toHaveBeenCalledWith(shared);
    share.open(writeLink(shared), { withModel: false });
    expect(starter.show).toHaveBeenLastCalledWith({ ...shared, recipe: { ...theirs, model: "" } });
    puzzle.temporal.getState().undo();
    expect(puzzle.getState().puzzle).toBe(mine);
  });

  it("takes over a chosen start, and forgets that of before", () => {
    const { share, start } = stage();
    const terms = [{ trajectory: 3, iterations: 0, weight: 0.25 }];
    share.open(writeLink({ ...shared, recipe: { ...theirs, start: terms } }));
    expect(start.getState().terms).toEqual(terms);
    share.open(writeLink(shared));
    expect(start.getState().terms).toEqual([]);
  });

  it("sets up the experiment of its view, and gives it on as it is", () => {
    const window = { x: 0.25, y: -1.5, half: 0.125 };
    const { share, setups, page, run } = stage();
    share.open(
      writeLink({
        ...shared,
        view: "basins",
        setup: basinsSetup.write({ choice: "settled", size: 64, window }),
      }),
    );
    expect(page.getState().view).toBe("basins");
    expect(setupIn(setups.getState(), basinsSetup)).toEqual({ choice: "settled", size: 64, window });
    vi.stubGlobal("location", { origin: "https://settle.example", pathname: "/" });
    run.setState({ record: recordOf(theirs, 2) });
    expect(share.link()).toContain("view=basins&x=23&set=settled%3A64%3A0.25%3A-1.5%3A0.125");
    page.setState({ view: "kick" });
    arrange(setups, kickSetup, (kick) => ({ ...kick, onlyCells: true, cells: [3, 40], draw: 2 }));
    expect(share.link()).toContain("set=noise%3A0.5%3A3.40%3A-%3A1");
    vi.unstubAllGlobals();
  });

  it("says whether this device went the same way, once it is there", () => {
    const { share, run, notices } = stage();
    share.open(writeLink(shared));
    const start = [{ trajectory: 3, iterations: 0, weight: 1 }];
    for (const other of [{ seed: 8 }, { model: "another" }, { start }, { haltRun: 4 }, { tolerance: 1e-3 }]) {
      run.setState({ record: recordOf({ ...theirs, ...other }, 3) });
      expect(notices.getState().list).toEqual([]);
    }
    run.setState({ record: recordOf(theirs, 2) });
    expect(notices.getState().list).toMatchObject([{ tone: "good" }]);
    notices.setState({ list: [] });
    share.open(writeLink(shared));
    run.setState({ record: recordOf(theirs, 3) });
    expect(notices.getState().list).toMatchObject([{ tone: "warning", text: expect.stringContaining("1 of 2") }]);
  });

  it("opens in Watch, and in Play where the sender's own digits come along", () => {
    const { share, puzzle, game, run } = stage();
    game.setState({ mode: "edit" });
    share.open(writeLink(shared));
    expect(game.getState().mode).toBe("watch");
    share.open(writeLink({ ...shared, own: "b4---" }));
    expect(puzzle.getState()).toMatchObject({ puzzle: theirs.puzzle, own: "b4---" });
    expect(game.getState().mode).toBe("play");
    vi.stubGlobal("location", { origin: "https://settle.example", pathname: "/" });
    run.setState({ record: recordOf(theirs, 2) });
    expect(share.link()).not.toContain("w=b4");
    expect(share.link({ withOwn: true })).toContain("w=b4---");
    puzzle.setState({ puzzle: mine });
    expect(share.link({ withOwn: true })).not.toContain("w=b4");
    vi.unstubAllGlobals();
  });

  it("changes nothing when the link is broken or the hash is none", () => {
    const { share, puzzle, settings, notices, starter } = stage();
    expect(share.open("#v=1&p=oops")).toBe("broken");
    expect(share.open("#puzzle")).toBe("none");
    expect(puzzle.getState().puzzle).toBe(mine);
    expect(settings.getState()).toEqual(DEFAULT_SETTINGS);
    expect(starter.show).not.toHaveBeenCalled();
    expect(notices.getState().list).toMatchObject([{ topic: "link", tone: "warning" }]);
  });
});

it("a reload goes back to a run only while the settings are still its own", () => {
  const { share, run, settings } = stage();
  expect(share.place()).toBeNull();
  share.open(writeLink(shared));
  run.setState({ record: recordOf(theirs, 2) });
  expect(share.place()).toContain("s=7");
  settings.setState(({ fields }) => ({ fields: { ...fields, nudges: 6 } }));
  expect(share.place()).toBeNull();
});

describe("what a sender sees and says", () => {
  const theirsSeen: Partial<SharedRun> = {
    reached: 3,
    window: { k: 3, flipped: [true, false, false] },
    zoom: { x: 1, y: -2, half: 0.5 },
    caption: { title: "A fork", sentence: "Start 2 turns away." },
  };

  it("is taken from a link, and goes on with the next one", () => {
    vi.stubGlobal("location", { origin: "https://settle.example", pathname: "/" });
    const { share, page, puzzle, run, starter } = stage();
    const sent = { ...shared, ...theirsSeen };
    share.open(writeLink(sent));
    expect(starter.show).toHaveBeenCalledWith(sent);
    expect(page.getState()).toMatchObject({ caption: theirsSeen.caption, zoom: theirsSeen.zoom });
    expect(puzzle.getState().source).toBe("A fork");
    const record = recordOf(theirs, 3);
    record.basis = {
      ...{ id: 1, explained: [1, 0, 0], states: 4, fromK: 0, toK: 3 },
      window: { k: 3, flipped: [true, false, false] },
    };
    run.setState({ record, playback: { ...run.getState().playback, cursor: 2, playing: false } });
    expect(share.seen()).toMatchObject({ cursor: 2, ...theirsSeen });
    expect(share.seen({ at: 3 })).not.toHaveProperty("reached");
    const said = { title: " Two\nsolutions ", sentence: "" };
    expect(share.seen({ caption: said })?.caption).toEqual({ title: "Two solutions", sentence: "" });
    expect(share.place()).toContain("fit=3-1");
    run.setState({ playback: { ...run.getState().playback, playing: true } });
    expect(share.place()).not.toContain("fit=");
    vi.unstubAllGlobals();
  });

  it("is forgotten with its puzzle, and by a link that says nothing", () => {
    const { share, page, puzzle } = stage();
    share.open(writeLink({ ...shared, ...theirsSeen }));
    share.open(writeLink(shared));
    expect(page.getState()).toMatchObject({ caption: { title: "", sentence: "" }, zoom: null });
    share.open(writeLink({ ...shared, ...theirsSeen }));
    puzzle.setState({ puzzle: mine });
    expect(page.getState()).toMatchObject({ caption: { title: "", sentence: "" }, zoom: null });
  });
});

describe("the sender's letters", () => {
  const digits = (value: number) => new Uint8Array(81).fill(value);
  const found = (...values: number[]) => values.map((value) => ({ digits: digits(value), valid: true }));

  it("are sent where there are several, and hold where the link is opened", () => {
    const there = stage();
    there.run.setState({ record: recordOf(theirs, 2), letters: withFound(new Map(), theirs, found(5)) });
    expect(there.share.seen()).not.toHaveProperty("letters");
    there.run.setState(({ letters }) => ({ letters: withFound(letters, theirs, found(6)) }));
    const sent = there.share.seen();
    expect(sent?.letters).toHaveLength(2);
    const here = stage();
    here.share.open(writeLink({ ...shared, letters: sent?.letters ?? [] }));
    // This device comes to the second one first.
    const letters = withFound(here.run.getState().letters, theirs, found(6, 7));
    expect([5, 6, 7].map((value) => tagOf(tagsOf(letters, theirs), digits(value))?.letter)).toEqual([
      undefined,
      "B",
      "C",
    ]);
  });
});

describe("a view that a link opens", () => {
  it("may measure by itself, unless the sender saw a shipped result or it is no link that arrived", () => {
    const { share, page, puzzle } = stage();
    share.open(writeLink({ ...shared, view: "kick" }), { arrives: true });
    expect(page.getState().arrival).toEqual({ view: "kick", seconds: 10, begun: [] });
    puzzle.setState({ puzzle: mine });
    expect(page.getState().arrival).toBeNull();
    share.open(writeLink({ ...shared, view: "kick", shipped: true }), { arrives: true });
    expect(page.getState().arrival).toBeNull();
    share.open(writeLink({ ...shared, view: "kick" }));
    expect(page.getState().arrival).toBeNull();
  });
});

describe("a run in a file", () => {
  const card = { name: "m", parameters: 1, weights: { sha256: "abc" } } as never;
  const backend = { kind: "wasm", device: "WebAssembly", whyNotWebgpu: null } as const;
  const saved = (link: string) =>
    runJson(recordOf(theirs, 3), { card, backend, link, made: new Date("2026-01-02T03:04:05Z") });

  it("is shown as its link says, with what the sender said", async () => {
    const { share, starter, page, puzzle, settings } = stage();
    const caption = { title: "A fork", sentence: "" };
    const sent = { ...shared, cursor: 2, caption };
    expect(await share.openFile(new Blob([saved(`https://settle.example/${writeLink(sent)}`)]))).toBe(true);
    expect(starter.restore).toHaveBeenCalledWith(sent, expect.objectContaining({ recipe: theirs }), "abc");
    expect(page.getState().caption).toEqual(caption);
    expect(puzzle.getState()).toMatchObject({ puzzle: theirs.puzzle, source: "A fork" });
    expect(settings.getState().fields.seed).toBe(theirs.seed);
  });

  it("is shown at its end where its link is none, or of another run", async () => {
    const { share, starter } = stage();
    for (const link of [
      "javascript:alert(1)",
      `https://settle.example/${writeLink({ ...shared, recipe: { ...theirs, seed: 8 } })}`,
    ]) {
      await share.openFile(new Blob([saved(link)]));
      expect(starter.restore).toHaveBeenLastCalledWith(
        expect.objectContaining({ cursor: 3, recipe: theirs }),
        expect.anything(),
        "abc",
      );
    }
  });

  it("is refused in words where it is damaged, and another file is left to others", async () => {
    const { share, starter, puzzle, notices } = stage();
    const text = saved("");
    expect(await share.openFile(new Blob([text.slice(0, -40)]))).toBe(true);
    expect(notices.getState().list).toMatchObject([
      { text: expect.stringMatching(/cut off.*Your board is unchanged\.$/) },
    ]);
    expect(await share.openFile(new Blob([mine]))).toBe(false);
    expect(starter.restore).not.toHaveBeenCalled();
    expect(puzzle.getState().puzzle).toBe(mine);
  });
});
