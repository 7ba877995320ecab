import type { PersistStorage } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { safeStorage } from "../../store/safeStorage";
import type { Draft } from "./draft";
import { BEGINNING, changed, type History, redone, undone } from "./history";

export interface DraftState {
  readonly history: History;
  /** Whether the draft would be there after a reload. */
  readonly kept: boolean;
}

/** The form of what is kept is part of the name: one that another version of the page wrote is not read. */
const NAME = "settle.lesson-draft.1";
/** Steps of the history that are kept where the browser does not take them all. */
const FEWER = [Number.POSITIVE_INFINITY, 20, 5, 0] as const;

export type DraftStore = ReturnType<typeof createDraftStore>;

/** The lesson that is being written, with its history: kept for the tab's reloads, and nowhere else. */
export function createDraftStore(storage: PersistStorage<History> = safeStorage<History>(undefined, () => null)) {
  const store = createStore<DraftState>()(() => ({ history: read(storage), kept: true }));
  const set = (history: History): void => {
    if (history !== store.getState().history) store.setState({ history, kept: keep(storage, history) });
  };
  const now = () => store.getState().history;
  return {
    ...store,
    change: (make: (draft: Draft) => Draft, field: string | null = null) =>
      set(changed(now(), make(now().present), field)),
    undo: () => set(undone(now())),
    redo: () => set(redone(now())),
  };
}

/** Whether it is kept: as much of the history as the browser has space for. */
function keep(storage: PersistStorage<History>, { past, present, future, field }: History): boolean {
  return FEWER.some((steps) => {
    const last = steps === 0 ? [] : past.slice(-steps);
    storage.setItem(NAME, { state: { past: last, present, future: future.slice(0, steps), field } });
    // What could not be written is not there.
    return storage.getItem(NAME) !== null;
  });
}

function read(storage: PersistStorage<History>): History {
  const stored = storage.getItem(NAME);
  const state = stored && "state" in stored ? stored.state : null;
  return state && Array.isArray(state.past) && Array.isArray(state.present?.steps) ? state : BEGINNING;
}
