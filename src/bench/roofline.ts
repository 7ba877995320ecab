import type { ModelCard } from "../model/eqr/model/card";
import { type Ground, type Measured, type Roof, TITLES } from "./protocol";

/** What an iteration of some trajectories needs at least, however it is computed. */
export interface Work {
  readonly flops: number;
  /** The states read once and written once, and the weights read once. */
  readonly bytes: number;
}

export function workOf({ config, flopsPerIteration, weights }: ModelCard, breadth: number): Work {
  return { flops: flopsPerIteration * breadth, bytes: breadth * 2 * 729 * (config.d ?? 0) * 4 + weights.bytes };
}

/** A row with the shares of what its ground was measured to be able to do. */
export function withShares(row: Measured, card: ModelCard, roofs: Readonly<Record<Ground, Roof | null>>): Measured {
  const roof = roofs[TITLES[row.contestant].ground];
  if (!roof) return { ...row, ofRate: null, ofBandwidth: null };
  const { flops, bytes } = workOf(card, row.breadth);
  return {
    ...row,
    ofRate: (flops * row.iterationsPerSecond) / (roof.gflops * 1e9),
    ofBandwidth: (bytes * row.iterationsPerSecond) / (roof.gbytes * 1e9),
  };
}
