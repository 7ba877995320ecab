/** The depths and breadths that a search is looked at, rising; the last ones are its own. */
export interface Scales {
  readonly depths: readonly number[];
  readonly breadths: readonly number[];
}

/**
 * Powers of two. A trajectory is a function of the recipe and its index, so the first b starts are the run of breadth b.
 * A search that ends by some of its starts has only its own breadth: nudged ones with the first acceptance, others once
 * `stopCount` starts have halted, where that is not all of them (0).
 */
export function scalesOf({ depth, breadth, nudges, stopCount }: Extent): Scales {
  const endsBySome = nudges > 0 || (stopCount > 0 && stopCount < breadth);
  return { depths: powersUpTo(depth), breadths: endsBySome ? [breadth] : powersUpTo(breadth) };
}

interface Extent {
  readonly depth: number;
  readonly breadth: number;
  readonly nudges: number;
  readonly stopCount: number;
}

function powersUpTo(end: number): number[] {
  const powers = [];
  for (let n = 1; n < end; n *= 2) powers.push(n);
  return [...powers, end];
}
