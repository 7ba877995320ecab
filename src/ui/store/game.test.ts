import { describe, expect, it } from "vitest";
import { createGameStore, type GameStorage } from "./game";
import { createPuzzleStore } from "./puzzle";

const BLANK = ".".repeat(81);
const OTHER = `5${".".repeat(80)}`;

function memory() {
  const kept = new Map<string, unknown>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: unknown) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  } as unknown as NonNullable<GameStorage>;
  return { kept, storage };
}

const puzzleStore = () => createPuzzleStore({ puzzle: BLANK, source: "empty" }, memory().storage as never);

describe("the game", () => {
  it("opens in Watch, and after a reload as it was left", () => {
    const { storage } = memory();
    const puzzle = puzzleStore();
    const game = createGameStore(puzzle, storage);
    expect(game.getState().mode).toBe("watch");
    game.setState({ mode: "play", elapsed: 4000, hints: 2, entry: "corner" });
    expect(createGameStore(puzzle, storage).getState()).toMatchObject({
      mode: "play",
      elapsed: 4000,
      hints: 2,
      entry: "digit",
    });
  });

  it("begins anew with another puzzle, also where a reload finds one", () => {
    const { storage } = memory();
    const puzzle = puzzleStore();
    const game = createGameStore(puzzle, storage);
    game.setState({ mode: "play", elapsed: 4000, hints: 2 });
    puzzle.setState({ puzzle: OTHER });
    expect(game.getState()).toMatchObject({ mode: "play", elapsed: 0, hints: 0, of: OTHER });
    game.setState({ elapsed: 500 });
    expect(createGameStore(puzzleStore(), storage).getState()).toMatchObject({ elapsed: 0, of: BLANK });
  });

  it("shows own digits when an undo changes them, and forgets a comparison", () => {
    const puzzle = puzzleStore();
    const game = createGameStore(puzzle, memory().storage);
    puzzle.setState({ own: "5---" });
    game.setState({ mode: "watch", checked: true });
    puzzle.temporal.getState().undo();
    expect(puzzle.getState().own).toBeUndefined();
    expect(game.getState()).toMatchObject({ mode: "play", checked: false });
  });

  it("takes nothing from a store of another kind", () => {
    const { storage, kept } = memory();
    for (const state of [null, 7, {}, { mode: "fly", elapsed: 1, hints: 0, of: "" }, { mode: "play", elapsed: -1 }]) {
      kept.set("settle.game", { state, version: 1 });
      expect(createGameStore(puzzleStore(), storage).getState().mode).toBe("watch");
    }
  });
});
