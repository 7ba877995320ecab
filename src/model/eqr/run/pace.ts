/** A tick should take this long: as a submit to the device that is half of a picture's time, so that the page stays smooth. */
const TICK_MS = 8;
const MOST = 64;

export interface Pace {
  /** Iterations the next tick should make. */
  readonly iterations: number;
  /** Learns from a tick that made so many iterations in so many milliseconds. */
  observe(iterations: number, milliseconds: number): void;
}

/** How many iterations to make at once on a device of unknown speed. Grows at most twofold a tick, falls at once. */
export function createPace(): Pace {
  let iterations = 1;
  return {
    get iterations() {
      return iterations;
    },
    observe(made, milliseconds) {
      if (made < 1) return;
      const fitting = Math.floor(TICK_MS / Math.max(milliseconds / made, 1e-3));
      iterations = Math.max(1, Math.min(fitting, iterations * 2, MOST));
    },
  };
}
