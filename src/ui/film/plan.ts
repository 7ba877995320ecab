import { filmIterations } from "../../viz/film/layout";

/** Pictures per second: an iteration each, as slow as one can follow. */
export const RATE = 12;
const LONGEST_SECONDS = 40;
/** Pictures for which the end is held. */
export const HOLD = 2 * RATE;

/** How a run of n frames becomes a film. */
export function filmPlan(frames: number): { readonly ks: readonly number[]; readonly seconds: number } {
  const ks = filmIterations(Math.max(0, frames - 1), RATE * LONGEST_SECONDS);
  return { ks, seconds: Math.round((ks.length + HOLD) / RATE) };
}
