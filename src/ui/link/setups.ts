import type { Grid } from "../../model/tasks/task";
import { arrange, type SetupStore, setupIn } from "../store/setups";
import type { Setup } from "../views/view";

/** The set-up of a view by the view's name; undefined for views without one. */
export type SetupOf = (view: string) => Setup<unknown> | undefined;

/** Between the set-ups of the page and the text of a link. */
export function createSetupLinks(setupOf: SetupOf, store: SetupStore) {
  return {
    /** How a view is set up now; null for views without a set-up. */
    write(view: string): string | null {
      const setup = setupOf(view);
      return setup ? setup.write(setupIn(store.getState(), setup)) : null;
    },
    reads: (view: string, text: string, grid: Grid): boolean => (setupOf(view)?.read(text, grid) ?? null) !== null,
    /** Sets a view up as a link says. */
    put(view: string, text: string, grid: Grid): void {
      const setup = setupOf(view);
      const state = setup?.read(text, grid) ?? null;
      if (setup && state !== null) arrange(store, setup, () => state);
    },
  };
}
