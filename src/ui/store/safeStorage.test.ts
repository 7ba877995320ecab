import { expect, it } from "vitest";
import { createPuzzleStore, type PuzzleState } from "./puzzle";
import { type StorageSource, safeStorage, storageKeeps } from "./safeStorage";
import { createSettingsStore, type Settings } from "./settings";

const FIRST: PuzzleState = { puzzle: ".".repeat(81), source: "first" };
const OTHER: PuzzleState = { puzzle: `5${".".repeat(80)}`, source: "typed" };

/** A storage like the browser's, with so many characters of space. */
function memory(space = Number.POSITIVE_INFINITY) {
  const items = new Map<string, string>();
  return {
    items,
    source: () => ({
      getItem: (name: string) => items.get(name) ?? null,
      setItem(name: string, text: string) {
        if (text.length > space) throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
        items.set(name, text);
      },
      removeItem: (name: string) => void items.delete(name),
    }),
  };
}

const closed: StorageSource = () => {
  throw new DOMException("Access is denied for this document.", "SecurityError");
};
const silent: StorageSource = () => ({ getItem: () => null, setItem: () => {}, removeItem: () => {} });

const puzzleIn = (tab: StorageSource, origin: StorageSource) => createPuzzleStore(FIRST, safeStorage(tab, origin));

it("brings a tab's own state back after a reload, and starts a new tab with the latest of the origin", () => {
  const [origin, a, b] = [memory(), memory(), memory()];
  puzzleIn(a.source, origin.source).setState(OTHER);
  const inB = puzzleIn(b.source, origin.source);
  expect(inB.getState()).toEqual(OTHER);
  inB.setState({ puzzle: `7${".".repeat(80)}`, source: "from a link" });
  expect(puzzleIn(a.source, origin.source).getState()).toEqual(OTHER);
  expect(puzzleIn(memory().source, origin.source).getState().source).toBe("from a link");
});

it.each<[string, StorageSource, StorageSource]>([
  ["closed", closed, closed],
  ["null", () => null, () => null],
  ["not there", () => undefined, () => undefined],
  ["full", memory(10).source, memory(10).source],
  ["one that keeps nothing", silent, silent],
  ["full for the tab and closed for the origin", memory(10).source, closed],
])("works without keeping anything where storage is %s", (_, tab, origin) => {
  const puzzle = puzzleIn(tab, origin);
  puzzle.setState(OTHER);
  expect(puzzle.getState()).toEqual(OTHER);
  puzzle.temporal.getState().undo();
  expect(puzzle.getState()).toEqual(FIRST);
  const settings = createSettingsStore(safeStorage<Settings>(tab, origin));
  settings.setState({ shapes: { "NVIDIA Ampere": { family: "serial", candidates: 3, groups: 1 } } });
  expect(settings.getState().shapes).toHaveProperty(["NVIDIA Ampere"]);
  expect(storageKeeps(tab)).toBe(false);
  expect(puzzleIn(tab, origin).getState()).toEqual(FIRST);
});

it.each([
  ["the tab's storage is full", memory(10).source, memory().source],
  ["the origin's storage is closed", memory().source, closed],
])("still keeps what it can where %s", (_, tab, origin) => {
  puzzleIn(tab, origin).setState(OTHER);
  expect(puzzleIn(tab, origin).getState()).toEqual(OTHER);
});

it("does not bring an older state back where a newer one found no space", () => {
  const tab = memory(200);
  const store = puzzleIn(tab.source, closed);
  store.setState(OTHER);
  store.setState({ puzzle: FIRST.puzzle, source: "x".repeat(300) });
  expect(tab.items.size).toBe(0);
});

it.each([
  "",
  "{",
  "null",
  "7",
  '"text"',
  "[]",
  '{"state":null}',
  '{"state":{"puzzle":7}}',
  '{"version":99,"state":{}}',
])("starts afresh from %j in storage", (text) => {
  const [tab, origin] = [memory(), memory()];
  tab.items.set("settle.puzzle", text);
  tab.items.set("settle.settings", text);
  expect(puzzleIn(tab.source, origin.source).getState()).toEqual(FIRST);
  expect(createSettingsStore(safeStorage<Settings>(tab.source, origin.source)).getState().speed).toBe(12);
});
