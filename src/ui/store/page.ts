import { createStore } from "zustand/vanilla";
import type { ExperimentKind } from "../../model/experiments/requests";
import type { MapWindow } from "../../viz/map/window";
import { type Caption, NO_CAPTION } from "../link/caption";
import type { PresentPart } from "../present/parts";
import type { Findings } from "../tasks/view";

export type DialogName = "paste" | "examples" | "share" | "export" | "model" | "help" | "webgpu" | "paper";

/** What is open, where the keyboard is, and what the solver has said: state of the page, which its settings do not keep. */
export interface PageState {
  readonly dialog: DialogName | null;
  /** Name of the view on the stage. */
  readonly view: string;
  /** Cell of the board with the keyboard. */
  readonly cell: number;
  /** What the solver found, and of which puzzle. */
  readonly findings: (Findings & { readonly puzzle: string }) | null;
  readonly generating: boolean;
  /** What the sender of the link or file says about its run. */
  readonly caption: Caption;
  /** A view that a link opened, which may measure by itself; null where none did, or the puzzle is another by now. */
  readonly arrival: Arrival | null;
  /** What a zoomed map shows; null where it shows all. */
  readonly zoom: MapWindow | null;
  /** Whether the page is shown as a presentation, and what of it is hidden then. */
  readonly presenting: boolean;
  readonly hidden: readonly PresentPart[];
}

export interface Arrival {
  readonly view: string;
  /** What its measurements may take from here on. */
  readonly seconds: number;
  /** Those that have begun. */
  readonly begun: readonly ExperimentKind[];
}

const FIRST_PAGE_STATE: PageState = {
  dialog: null,
  view: "map",
  cell: 40,
  findings: null,
  generating: false,
  caption: NO_CAPTION,
  arrival: null,
  zoom: null,
  presenting: false,
  hidden: [],
};

export function createPageStore() {
  return createStore<PageState>()(() => FIRST_PAGE_STATE);
}

export type PageStore = ReturnType<typeof createPageStore>;
