import { type Recipe, same } from "../../model/eqr/recipe/recipe";
import { type RunFile, readRunFile } from "../../model/export/runFile";
import { within } from "../../model/timeLimit";
import type { Assets } from "../assets";

/** The run that the site ships with a model: it can be shown whole before the network is there. */
export interface Opening {
  /** Fetches the run of a model; there is none to take where that fails. */
  load(model: string): Promise<void>;
  /** The recipe of the shipped run; null while there is none. */
  recipe(): Recipe | null;
  /** The iteration up to which its axes were fitted. */
  fittedAt(): number | null;
  /**
   * The shipped run if it is the recipe's, in a record of its own. `sha256`: of the weights that are loaded, null while they
   * are not; a run of other weights is not shown.
   */
  take(recipe: Recipe, sha256: string | null): RunFile | null;
}

/** For longer than this in milliseconds, a run that is computed here is not kept waiting. */
const PATIENCE = 4000;

export function createOpening(assets: Pick<Assets, "opening">): Opening {
  let bytes: Uint8Array<ArrayBuffer> | null = null;
  let file: RunFile | null = null;

  async function read(): Promise<void> {
    file = null;
    // The shipped run is an extra: where it cannot be read, the page runs the puzzle itself.
    file = bytes && (await readRunFile(bytes).catch(() => null));
  }

  return {
    async load(model) {
      bytes = await within(PATIENCE, assets.opening(model)).catch(() => null);
      await read();
    },
    recipe: () => file?.record.recipe ?? null,
    fittedAt: () => file?.record.basis?.window.k ?? null,
    take(recipe, sha256) {
      const taken = file;
      if (!taken || !same(taken.record.recipe, recipe, "run")) return null;
      if (sha256 !== null && sha256 !== taken.sha256) return null;
      // The page writes into the record that it shows.
      void read();
      return taken;
    },
  };
}
