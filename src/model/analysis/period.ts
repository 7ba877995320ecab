import { distance, norm } from "./vector";

/**
 * The period of a sequence of states, oldest first: the smallest p up to half its length such that the last p states each
 * repeat the one p before within `tolerance` of its length. 1 is a fixed point; null where nothing repeats.
 */
export function periodOf(states: readonly Float32Array[], tolerance: number): number | null {
  for (let p = 1; 2 * p <= states.length; p++) {
    const repeats = Array.from({ length: p }, (_, i) => {
      const [now, before] = [states[states.length - 1 - i], states[states.length - 1 - i - p]];
      return now && before ? distance(now, before) < tolerance * norm(now) : false;
    });
    if (repeats.every(Boolean)) return p;
  }
  return null;
}
