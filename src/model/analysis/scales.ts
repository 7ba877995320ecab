/** The depths and breadths that a search is looked at, rising; the last ones are its own. */
export interface Scales {
  readonly depths: readonly number[];
  readonly breadths: readonly number[];
}

/**
 * Powers of two. A trajectory is a function of the recipe and its index, so the first b starts are the run of breadth b.
 * A nudged search has only its own breadth: it ends with the first acceptance of any start.
 */
export function scalesOf({ depth, breadth, nudges }: { depth: number; breadth: number; nudges: number }): Scales {
  return { depths: powersUpTo(depth), breadths: nudges > 0 ? [breadth] : powersUpTo(breadth) };
}

function powersUpTo(end: number): number[] {
  const powers = [];
  for (let n = 1; n < end; n *= 2) powers.push(n);
  return [...powers, end];
}
