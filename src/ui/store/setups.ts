import { createStore } from "zustand/vanilla";
import type { Setup } from "../views/view";

/** The state of each view's set-up; one that was never changed has no entry and is at its initial. */
export type Setups = ReadonlyMap<Setup<unknown>, unknown>;

/** How a person has set up the views. A link to a view keeps its set-up, a reload does not. */
export function createSetups() {
  return createStore<Setups>()(() => new Map());
}

export type SetupStore = ReturnType<typeof createSetups>;

export function setupIn<S>(setups: Setups, setup: Setup<S>): S {
  return setups.has(setup as Setup<unknown>) ? (setups.get(setup as Setup<unknown>) as S) : setup.initial;
}

/** Changes the state of one set-up. */
export function arrange<S>(store: SetupStore, setup: Setup<S>, change: (before: S) => S): void {
  const setups = store.getState();
  store.setState(new Map(setups).set(setup as Setup<unknown>, change(setupIn(setups, setup))), true);
}
