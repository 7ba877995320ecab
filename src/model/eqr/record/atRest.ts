/** Iterations in a row at rest after which a trajectory counts as settled. */
export const SETTLE_RUN = 3;

/**
 * Whether a step was one at rest: without noise, its residual below the tolerance, in single precision as devices compare.
 * NaN is not.
 */
export function isAtRest(residual: number, tolerance: number, sigma = 0): boolean {
  return sigma === 0 && residual < Math.fround(tolerance);
}

/** How one trajectory rests, iteration by iteration. */
export interface Rest<T> {
  /** Takes what the next iteration left. */
  observe(value: T): void;
  /** Iterations at rest in a row, up to the newest. */
  readonly run: number;
  /** The first of them, counted from 1, where they are enough to count as settled; else null. */
  readonly settledAt: number | null;
}

/** Follows a trajectory by its residuals. */
export function createRest(tolerance: number): Rest<number> {
  return createRun((residual) => isAtRest(residual, tolerance));
}

/** Follows a trajectory by any other sign of rest. */
export function createRun<T>(rests: (value: T) => boolean): Rest<T> {
  let [k, run] = [0, 0];
  return {
    observe(value) {
      k++;
      run = rests(value) ? run + 1 : 0;
    },
    get run() {
      return run;
    },
    get settledAt() {
      return run >= SETTLE_RUN ? k - run + 1 : null;
    },
  };
}

/** Whether a trajectory counts as settled at iteration k, by what is known of each iteration. */
export function isSettledBy(restsAt: (k: number) => boolean, k: number): boolean {
  for (let i = 0; i < SETTLE_RUN; i++) if (!restsAt(k - i)) return false;
  return true;
}

/** The first iteration of the stretch at rest that ends at k; null where it does not count as settled. */
export function settledSince(restsAt: (k: number) => boolean, k: number): number | null {
  if (!isSettledBy(restsAt, k)) return null;
  let from = k;
  while (restsAt(from - 1)) from--;
  return from;
}
