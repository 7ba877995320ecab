/** Residuals below this are rounding, not decay. */
const FLOOR = 1e-6;
const FEWEST = 6;

/**
 * Factor per iteration by which residuals shrink (or grow) in the end: the slope of their logarithm over the last third of
 * those above float precision, by least squares. Null where fewer than 6 are left.
 */
export function decayOf(residuals: readonly number[]): number | null {
  const end = residuals.findIndex((value) => !(value > FLOOR));
  const above = end < 0 ? residuals : residuals.slice(0, end);
  const late = above.slice(Math.floor((2 * above.length) / 3));
  if (late.length < FEWEST) return null;
  const middle = (late.length - 1) / 2;
  const logs = late.map(Math.log);
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const [across, along] = logs.reduce(
    ([xy, xx], log, i) => [xy + (i - middle) * (log - mean), xx + (i - middle) ** 2],
    [0, 0],
  );
  return Math.exp(across / along);
}
