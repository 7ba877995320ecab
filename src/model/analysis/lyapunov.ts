/** A mean with its 95 % interval. */
export interface Exponent {
  /** Mean growth of small differences, natural logarithm per iteration. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Iterations it was taken over. */
  readonly iterations: number;
}

const BLOCKS = 8;
/** Student's t at 97.5 % for 7 degrees of freedom. */
const T = 2.364624;

/**
 * Finite-time Lyapunov exponent: the mean of ln(d_(k+1) / d_k) over iterations, d the distance of two nearby states. Growth is
 * correlated from one iteration to the next, so the interval comes from the means of 8 blocks. Null below 4 a block.
 */
export function exponentOf(growth: readonly number[]): Exponent | null {
  const known = growth.filter(Number.isFinite);
  const size = Math.floor(known.length / BLOCKS);
  if (size < 4) return null;
  const blocks = Array.from({ length: BLOCKS }, (_, i) => meanOf(known.slice(i * size, (i + 1) * size)));
  const mean = meanOf(blocks);
  const variance = blocks.reduce((sum, block) => sum + (block - mean) ** 2, 0) / (BLOCKS - 1);
  const half = T * Math.sqrt(variance / BLOCKS);
  return { mean, low: mean - half, high: mean + half, iterations: size * BLOCKS };
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
