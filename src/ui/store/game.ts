import { type PersistStorage, persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { type PuzzleStore, samePuzzle } from "./puzzle";

/** What the board is for: own digits, the network's, or the clues. */
export const BOARD_MODES = ["watch", "play", "edit"] as const;
export type BoardMode = (typeof BOARD_MODES)[number];

/** What a digit enters in Play. */
export const ENTRIES = ["digit", "corner", "centre", "colour"] as const;
export type Entry = (typeof ENTRIES)[number];

/** How a person plays the puzzle on the board. What has been entered is in the puzzle's store, with its history. */
export interface GameState {
  readonly mode: BoardMode;
  readonly entry: Entry;
  /** The cells selected in Play, in the order of choosing; empty means the page's current cell alone. */
  readonly cells: readonly number[];
  /** Milliseconds played. */
  readonly elapsed: number;
  readonly paused: boolean;
  /** Hints taken. */
  readonly hints: number;
  /** Whether wrong digits are marked; until the next change. */
  readonly checked: boolean;
  /** The puzzle that time and hints belong to. */
  readonly of: string;
}

type Kept = Pick<GameState, "mode" | "elapsed" | "hints" | "of">;
/** What survives a reload. */
export type GameStorage = PersistStorage<Kept> | undefined;

/** The game on the board of a puzzle store. A page opens in Watch, but for a reload, which must not show an answer. */
export function createGameStore(puzzle: PuzzleStore, storage?: GameStorage) {
  const store = createStore<GameState>()(
    persist((): GameState => ({ mode: "watch", entry: "digit", cells: [], ...fresh(puzzle.getState().puzzle) }), {
      name: "settle.game",
      version: 1,
      storage,
      partialize: ({ mode, elapsed, hints, of }): Kept => ({ mode, elapsed, hints, of }),
      merge: (stored, current) => (isKept(stored) ? { ...current, ...stored } : current),
    }),
  );
  if (store.getState().of !== puzzle.getState().puzzle) store.setState(fresh(puzzle.getState().puzzle));
  puzzle.subscribe((now, before) => {
    if (!samePuzzle(now, before)) return store.setState(fresh(now.puzzle));
    if (now.own === before.own) return;
    // Whatever changed the own digits, undo included: they come into sight.
    store.setState({ checked: false, mode: "play" });
  });
  return store;
}

export type GameStore = ReturnType<typeof createGameStore>;

function fresh(puzzle: string) {
  return { elapsed: 0, paused: false, hints: 0, checked: false, of: puzzle };
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  const { mode, elapsed, hints, of } = value as Partial<Kept>;
  const counts = (n: unknown) => typeof n === "number" && Number.isFinite(n) && n >= 0;
  return BOARD_MODES.some((one) => one === mode) && counts(elapsed) && counts(hints) && typeof of === "string";
}
