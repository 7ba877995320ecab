/** Quantile of the standard normal for an interval of 95 %. */
const Z95 = 1.959963984540054;

/** A share of n cases with Wilson's score interval: it stays inside [0, 1] and holds near its ends, where shares here lie. */
export interface Share {
  readonly count: number;
  readonly n: number;
  /** count / n; NaN of no cases. */
  readonly share: number;
  /** Bounds of the interval; [0, 1] of no cases. */
  readonly low: number;
  readonly high: number;
}

/**
 * The share of `count` in `n` cases and its 95 % Wilson interval (Wilson 1927). `z` takes another confidence.
 * Throws a RangeError when the count is not among the n.
 */
export function wilson(count: number, n: number, z = Z95): Share {
  if (!(count >= 0 && count <= n)) throw new RangeError(`${count} of ${n} is no share.`);
  if (n === 0) return { count, n, share: Number.NaN, low: 0, high: 1 };
  const share = count / n;
  const shrink = 1 / (1 + (z * z) / n);
  const centre = (share + (z * z) / (2 * n)) * shrink;
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n)) * shrink;
  // At none and at all the formula gives 0 and 1 exactly, but for rounding.
  return { count, n, share, low: count === 0 ? 0 : centre - half, high: count === n ? 1 : centre + half };
}
