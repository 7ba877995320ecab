import { createStore } from "zustand/vanilla";
import type { Findings } from "../tasks/view";

export type DialogName = "paste" | "examples" | "share" | "export" | "model" | "help" | "webgpu";

/** What is open, where the keyboard is, and what the solver has said: state of the page that no link or reload keeps. */
export interface PageState {
  readonly dialog: DialogName | null;
  /** Name of the view on the stage. */
  readonly view: string;
  /** Cell of the board with the keyboard. */
  readonly cell: number;
  /** What the solver found, and of which puzzle. */
  readonly findings: (Findings & { readonly puzzle: string }) | null;
  readonly generating: boolean;
}

export function createPageStore() {
  return createStore<PageState>()(() => ({ dialog: null, view: "map", cell: 40, findings: null, generating: false }));
}

export type PageStore = ReturnType<typeof createPageStore>;
