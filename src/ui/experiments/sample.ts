import { createStore } from "zustand/vanilla";
import type { Assets } from "../assets";
import type { PuzzleLines } from "../tasks/view";

/** The puzzles that are shipped with the page, rated from none to some dozens of guesses. */
export type SampleState =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly puzzles: readonly string[] }
  | { readonly kind: "failed"; readonly message: string };

export type Sample = ReturnType<typeof createSample>;

/** Fetches the sample when it is first wanted, and again after that failed. */
export function createSample(assets: Pick<Assets, "sample">, readMany: (file: Blob) => Promise<PuzzleLines>) {
  const store = createStore<SampleState>()(() => ({ kind: "loading" }));
  let asked = false;

  async function load(): Promise<void> {
    try {
      const { tasks } = await readMany(new Blob([await assets.sample()]));
      const puzzles = tasks.map(({ puzzle }) => puzzle);
      store.setState({ kind: "ready", puzzles }, true);
    } catch (error) {
      asked = false;
      const message = error instanceof Error ? error.message : String(error);
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
