import { createStore } from "zustand/vanilla";
import { readPuzzles } from "../../model/tasks/sudoku/readPuzzles";

/** The puzzles that are shipped with the page, rated from none to some dozens of guesses. */
export type Sample =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly puzzles: readonly string[] }
  | { readonly kind: "failed"; readonly message: string };

/** Fetches the sample when it is first wanted, and again after it could not be had. */
export function createSample(fetch: (url: string) => Promise<Response>, url: string) {
  const store = createStore<Sample>()(() => ({ kind: "loading" }));
  let asked = false;

  async function load(): Promise<void> {
    try {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`the server answers ${response.status}`);
      const puzzles = readPuzzles(await response.text()).tasks.map(({ puzzle }) => puzzle);
      store.setState({ kind: "ready", puzzles }, true);
    } catch (error) {
      asked = false;
      const why = error instanceof Error ? error.message : String(error);
      const message = `The sample of puzzles could not be fetched (${why}). Check the network, then open this view again.`;
      store.setState({ kind: "failed", message }, true);
    }
  }

  return {
    store,
    want(): void {
      if (asked) return;
      asked = true;
      void load();
    },
  };
}
