import { temporal } from "zundo";
import { type PersistStorage, persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { isPuzzle, type Puzzle } from "../../model/tasks/sudoku/grid";

/** The givens, and where they come from in words ("Arto Inkala, 2010", "generated, hard", "typed"). */
export interface PuzzleState {
  readonly puzzle: Puzzle;
  readonly source: string;
}

/** What survives a reload. */
export type PuzzleStorage = PersistStorage<PuzzleState> | undefined;

const UNDO_STEPS = 500;
export const BLANK: Puzzle = ".".repeat(81);

/** The puzzle with its undo history: `store.temporal.getState().undo()`. */
export function createPuzzleStore(first: PuzzleState, storage?: PuzzleStorage) {
  return createStore<PuzzleState>()(
    // persist goes outside: undo writes through the inner set, and must be kept too.
    persist(
      temporal(() => first, { limit: UNDO_STEPS, equality: (past, now) => past.puzzle === now.puzzle }),
      {
        name: "settle.puzzle",
        version: 1,
        storage,
        merge: (stored, current) => (isPuzzleState(stored) ? { ...current, ...stored } : current),
      },
    ),
  );
}

export type PuzzleStore = ReturnType<typeof createPuzzleStore>;

/** The puzzle with one cell changed; 0 erases. */
export function withDigit(puzzle: Puzzle, cell: number, digit: number): Puzzle {
  return puzzle.slice(0, cell) + (digit === 0 ? "." : String(digit)) + puzzle.slice(cell + 1);
}

function isPuzzleState(value: unknown): value is PuzzleState {
  if (typeof value !== "object" || value === null) return false;
  const { puzzle, source } = value as Partial<PuzzleState>;
  return typeof puzzle === "string" && isPuzzle(puzzle) && typeof source === "string";
}
