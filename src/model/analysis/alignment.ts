/** A mean over pairs with its interval. */
export interface Alignment {
  readonly mean: number;
  /** 95 % interval; the pairs share their members, so it is the jackknife over members (Efron and Stein 1981). */
  readonly low: number;
  readonly high: number;
  /** Members. */
  readonly n: number;
}

/**
 * The mean likeness of two of n things: with end states of one map and their cosine this is the asymptotic alignment score
 * of "Path Independent Equilibrium Models" (Anil et al. 2022, arXiv 2211.09961), 1 where every start ends in the same
 * state. Null for fewer than three.
 */
export function alignment<T>(things: readonly T[], likeness: (a: T, b: T) => number): Alignment | null {
  const n = things.length;
  if (n < 3) return null;
  const sums = new Float64Array(n);
  let sum = 0;
  things.forEach((a, i) => {
    for (let j = i + 1; j < n; j++) {
      const value = likeness(a, things[j] as T);
      sum += value;
      sums[i] = (sums[i] ?? 0) + value;
      sums[j] = (sums[j] ?? 0) + value;
    }
  });
  const mean = sum / ((n * (n - 1)) / 2);
  // The mean without member i, for each i.
  const without = sums.map((own) => (sum - own) / (((n - 1) * (n - 2)) / 2));
  const centre = without.reduce((total, value) => total + value, 0) / n;
  const variance = (without.reduce((total, value) => total + (value - centre) ** 2, 0) * (n - 1)) / n;
  const half = 1.96 * Math.sqrt(variance);
  return { mean, low: Math.max(-1, mean - half), high: Math.min(1, mean + half), n };
}
