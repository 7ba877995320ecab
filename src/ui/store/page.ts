import { createStore } from "zustand/vanilla";
import type { Puzzle } from "../../model/tasks/sudoku/grid";
import type { Analysis } from "../tasks/sudoku/solver/describe";

export type DialogName = "paste" | "examples" | "share" | "export" | "model" | "help" | "webgpu";

/** What is open, where the keyboard is, and what the solver has said: state of the page that no link or reload keeps. */
export interface PageState {
  readonly dialog: DialogName | null;
  /** The view on the stage, see views.tsx. */
  readonly view: string;
  /** Cell of the board with the keyboard. */
  readonly cell: number;
  /** What the solver found, and of which puzzle. */
  readonly analysis: { readonly puzzle: Puzzle; readonly result: Analysis } | null;
  readonly generating: boolean;
}

export function createPageStore() {
  return createStore<PageState>()(() => ({ dialog: null, view: "map", cell: 40, analysis: null, generating: false }));
}

export type PageStore = ReturnType<typeof createPageStore>;
