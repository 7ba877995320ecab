/**
 * A latent state that a recipe names: that of a trajectory's Gaussian start after so many noiseless iterations; 0 is the
 * start itself. Trajectories beyond the breadth are named as well: their starts lie in the seed.
 */
export interface Base {
  readonly trajectory: number;
  readonly iterations: number;
}

/** A base with its weight in a sum of states. */
export interface Term extends Base {
  readonly weight: number;
}

/** What the states of bases are made under. */
export interface BaseLaw {
  readonly puzzle: string;
  readonly seed: number;
  readonly lambda: number;
}

export const TERM_LIMITS = { terms: 4, weight: 1000, trajectory: 2 ** 32 - 1, iterations: 4096 } as const;

/** Whether two sums name the same state in the same way. */
export function sameTerms(a: readonly Term[] = [], b: readonly Term[] = []): boolean {
  return (
    a.length === b.length &&
    a.every(({ trajectory, iterations, weight }, i) => {
      const other = b[i];
      return trajectory === other?.trajectory && iterations === other.iterations && weight === other.weight;
    })
  );
}

/** Whether terms may stand in a recipe. */
export function areTerms(terms: readonly Term[]): boolean {
  const whole = (value: number, most: number) => Number.isInteger(value) && value >= 0 && value <= most;
  return (
    terms.length <= TERM_LIMITS.terms &&
    terms.every(
      ({ trajectory, iterations, weight }) =>
        whole(trajectory, TERM_LIMITS.trajectory) &&
        whole(iterations, TERM_LIMITS.iterations) &&
        Math.abs(weight) <= TERM_LIMITS.weight,
    )
  );
}
