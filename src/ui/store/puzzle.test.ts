import { describe, expect, it } from "vitest";
import { createJSONStorage } from "zustand/middleware";
import { BLANK, withDigit } from "../tasks/sudoku/puzzle";
import { createPuzzleStore, type PuzzleState } from "./puzzle";

const first: PuzzleState = { puzzle: BLANK, source: "empty" };

function memory() {
  const kept = new Map<string, string>();
  const storage = createJSONStorage<PuzzleState>(() => ({
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  }));
  return { kept, storage };
}

describe("the puzzle", () => {
  it("can be undone and redone, source and all", () => {
    const store = createPuzzleStore(first, memory().storage);
    store.setState({ puzzle: withDigit(BLANK, 0, 5), source: "edited" });
    store.setState({ puzzle: withDigit(store.getState().puzzle, 80, 7), source: "edited" });
    store.temporal.getState().undo();
    expect(store.getState().puzzle).toBe(`5${".".repeat(80)}`);
    store.temporal.getState().undo();
    expect(store.getState()).toEqual(first);
    store.temporal.getState().redo();
    expect(store.getState()).toEqual({ puzzle: `5${".".repeat(80)}`, source: "edited" });
  });

  it("survives a reload, also after an undo", () => {
    const { storage } = memory();
    const store = createPuzzleStore(first, storage);
    store.setState({ puzzle: withDigit(BLANK, 0, 5), source: "edited" });
    store.setState({ puzzle: withDigit(BLANK, 1, 6), source: "edited" });
    store.temporal.getState().undo();
    expect(createPuzzleStore(first, storage).getState().puzzle).toBe(`5${".".repeat(80)}`);
  });

  it("does not take over what is no puzzle", () => {
    const { kept, storage } = memory();
    for (const state of [{ puzzle: "12", source: "x" }, { puzzle: 7 }, null]) {
      kept.set("settle.puzzle", JSON.stringify({ state, version: 1 }));
      expect(createPuzzleStore(first, storage).getState()).toEqual(first);
    }
  });
});
