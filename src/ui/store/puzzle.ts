import { temporal } from "zundo";
import { type PersistStorage, persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { PRESETS, type PresetName } from "../../model/eqr/recipe/presets";
import { problemOf } from "../../model/tasks";

/** The puzzle on the board, and where it comes from ("Arto Inkala, 2010", "generated, hard", "typed"). */
export interface PuzzleState {
  /** Name of its task; absent means the default one. */
  readonly task?: string;
  readonly puzzle: string;
  readonly source: string;
  /** A person's own digits and marks on it, as the view of its task writes them; absent where there are none. */
  readonly own?: string | undefined;
  /** The preset that it asks for; absent where the settings stay a person's own. */
  readonly preset?: PresetName | undefined;
}

/** What survives a reload. */
export type PuzzleStorage = PersistStorage<PuzzleState> | undefined;

const UNDO_STEPS = 500;

/** The puzzle with its undo history: `store.temporal.getState().undo()`. */
export function createPuzzleStore(first: PuzzleState, storage?: PuzzleStorage) {
  return createStore<PuzzleState>()(
    // persist goes outside: undo writes through the inner set, and must be kept too.
    persist(
      // An undo writes only the fields that a state has: this one must be among them from the first on.
      temporal((): PuzzleState => ({ own: undefined, preset: undefined, ...first }), {
        limit: UNDO_STEPS,
        equality: sameBoard,
      }),
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

/** Whether the board shows the same puzzle, wherever it came from. */
export function samePuzzle(a: Omit<PuzzleState, "source">, b: Omit<PuzzleState, "source">): boolean {
  return a.puzzle === b.puzzle && a.task === b.task;
}

/** Where a puzzle came from, and no name of it. */
const UNNAMED = /^(edited|pasted|dropped|empty|from a link|generated\b.*)$/;

/** The puzzle's name; empty where it has none. */
export function nameOf(source: string): string {
  return UNNAMED.test(source) ? "" : source;
}

/** Own entries are steps of the history like changes of the puzzle. */
function sameBoard(a: PuzzleState, b: PuzzleState): boolean {
  return samePuzzle(a, b) && a.own === b.own;
}

function isPuzzleState(value: unknown): value is PuzzleState {
  if (typeof value !== "object" || value === null) return false;
  const { task, puzzle, source, own, preset } = value as Partial<PuzzleState>;
  if (typeof puzzle !== "string" || typeof source !== "string") return false;
  if (own !== undefined && typeof own !== "string") return false;
  if (preset !== undefined && !Object.hasOwn(PRESETS, preset)) return false;
  try {
    problemOf(task === undefined ? { puzzle } : { task, puzzle });
    return true;
  } catch {
    return false;
  }
}
