import { createStore } from "zustand/vanilla";
import type { Window } from "../../../model/experiments/basins";

export const PLANE_CHOICES = ["starts", "settled", "directions"] as const;

/** Which states the next basin map's plane goes through. */
export type PlaneChoice = (typeof PLANE_CHOICES)[number];

/** Pixels along a side, each twice the one before. */
export const BASIN_SIZES = [16, 32, 64, 128, 256] as const;

/** How a person has set up the next basin map. */
export interface BasinsState {
  readonly choice: PlaneChoice;
  readonly size: (typeof BASIN_SIZES)[number];
  /** The square that was zoomed to; null fits one around what spans the plane. */
  readonly window: Window | null;
}

export function createBasinsStore() {
  return createStore<BasinsState>()(() => ({ choice: "starts", size: 32, window: null }));
}

export type BasinsStore = ReturnType<typeof createBasinsStore>;
