import type { MapBackend } from "../backend/backend";

/** Bytes of latent states that a run keeps on the device, so that past iterations can be looked at. */
export const HISTORY_BYTES = 128 * 2 ** 20;

/** Bytes of one latent state of this many numbers. */
export function stateBytes(size: number): number {
  return 4 * size;
}

/**
 * Bytes that a run of this breadth takes on a graphics device at most: what it computes in (`scratch` numbers per row), and
 * the states it keeps (`size` numbers each).
 */
export function runBytes(size: number, scratch: number, breadth: number): number {
  const state = breadth * stateBytes(size);
  // Two states at least are kept, two more are under way, and those that have halted are kept once more.
  return breadth * scratch * 4 + Math.max(HISTORY_BYTES, 2 * state) + 3 * state;
}

/** What a run of this breadth cannot have, in words; empty when the device can hold it. */
export function breadthProblem({ largestBreadth }: Pick<MapBackend, "largestBreadth">, breadth: number): string[] {
  if (largestBreadth === undefined || breadth <= largestBreadth) return [];
  return [
    `This device cannot hold ${breadth} starts at once: the most it can is ${largestBreadth}. Lower the breadth.`,
  ];
}
