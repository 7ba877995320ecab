import { createStore } from "zustand/vanilla";
import type { Term } from "../../model/eqr/recipe/terms";

/** Where the first trajectory starts, when a person has chosen it on a basin map; no terms, and it has its Gaussian start. */
export interface StartState {
  readonly terms: readonly Term[];
  /** Where it was chosen, in words; empty without. */
  readonly where: string;
}

export const GAUSSIAN_START: StartState = { terms: [], where: "" };

export function createStartStore() {
  return createStore<StartState>()(() => GAUSSIAN_START);
}

export type StartStore = ReturnType<typeof createStartStore>;
