/**
 * How many distinct kinds `b` draws are expected to show, of which `counts[i]` were seen of kind i in `n` draws: the mean
 * over all ways to choose b of the n draws (Hurlbert 1971). Draws of no kind (starts that did not settle) count in n only.
 * Throws a RangeError when the counts do not fit in n, or b is not between 0 and n.
 */
export function expectedKinds(counts: readonly number[], n: number, b: number): number {
  if (counts.reduce((sum, count) => sum + count, 0) > n) throw new RangeError(`The counts add up to more than ${n}.`);
  if (!(b >= 0 && b <= n)) throw new RangeError(`${b} draws cannot be chosen of ${n}.`);
  return counts.reduce((sum, count) => sum + 1 - chanceOfNone(count, n, b), 0);
}

/** The curve of expectedKinds over b = 0 ... n. */
export function coverageCurve(counts: readonly number[], n: number): number[] {
  return Array.from({ length: n + 1 }, (_, b) => expectedKinds(counts, n, b));
}

/** C(n - count, b) / C(n, b): that none of `count` is among b chosen of n. */
function chanceOfNone(count: number, n: number, b: number): number {
  if (count > n - b) return 0;
  let chance = 1;
  for (let i = 0; i < count; i++) chance *= (n - b - i) / (n - i);
  return chance;
}
