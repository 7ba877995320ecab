import { createStore } from "zustand/vanilla";
import type { Blow } from "../../../model/experiments/perturbation";

export const BLOW_KINDS = ["noise", "erase", "towards"] as const satisfies readonly Blow["kind"][];

/** How a person has set up the next kick. A link to its view keeps it, a reload does not. */
export interface KickState {
  readonly how: Blow["kind"];
  /** Length of the kick relative to what it hits. */
  readonly size: number;
  /** Whether only the brushed cells are hit. */
  readonly onlyCells: boolean;
  /** Brushed cells, 0..80. */
  readonly cells: readonly number[];
  /** The trajectory to kick towards; null takes the next one. */
  readonly towards: number | null;
  /** Which kick of this kind: counts up at every press. */
  readonly draw: number;
}

export const KICK_SIZES = { min: 0.01, max: 64 } as const;

export function createKickStore() {
  return createStore<KickState>()(() => ({
    how: "noise",
    size: 0.5,
    onlyCells: false,
    cells: [],
    towards: null,
    draw: 0,
  }));
}

export type KickStore = ReturnType<typeof createKickStore>;

/** The cells with one more or one less. */
export function withBrushed(cells: readonly number[], cell: number, on: boolean): readonly number[] {
  if (cells.includes(cell) === on) return cells;
  return on ? [...cells, cell].sort((a, b) => a - b) : cells.filter((other) => other !== cell);
}
