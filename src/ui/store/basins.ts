import { createStore } from "zustand/vanilla";

/** Which states the next basin map's plane goes through. */
export type PlaneChoice = "starts" | "settled" | "directions";

/** Pixels along a side, each twice the one before. */
export const BASIN_SIZES = [16, 32, 64, 128, 256] as const;

/** How a person has set up the next basin map. */
export interface BasinsState {
  readonly choice: PlaneChoice;
  readonly size: (typeof BASIN_SIZES)[number];
}

export function createBasinsStore() {
  return createStore<BasinsState>()(() => ({ choice: "starts", size: 32 }));
}
