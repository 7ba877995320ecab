import { type Share, wilson } from "./wilson";

/** Where a share falls through one half as something grows. */
export type Halfway =
  /** With the bounds of a 95 % interval; null where it leaves the sizes that were tried. */
  | { readonly kind: "at"; readonly size: number; readonly low: number | null; readonly high: number | null }
  /** More than half even at the largest size tried. */
  | { readonly kind: "beyond"; readonly size: number }
  /** Less than half even at the smallest. */
  | { readonly kind: "below"; readonly size: number };

export interface Tally {
  readonly size: number;
  /** Of n. */
  readonly count: number;
  readonly n: number;
}

/** How many cases come back from each size of what was done to them, ready to draw. */
export interface Returns {
  /** All sizes above 0, counted or not. */
  readonly sizes: readonly number[];
  /** The share that comes back at each size that was counted. */
  readonly shares: readonly (Share & { readonly size: number })[];
  readonly halfway: Halfway | null;
  /** The fitted share at a size; NaN where no halfway size is known. */
  readonly curve: (size: number) => number;
}

export function returnsOf(tallies: readonly Tally[], halfway: Halfway | null): Returns {
  const known = tallies.filter(({ n }) => n > 0);
  return {
    sizes: tallies.map(({ size }) => size).filter((size) => size > 0),
    shares: known.map(({ size, count, n }) => ({ size, ...wilson(count, n) })),
    halfway,
    curve: halfway ? curveThrough(known, halfway) : () => Number.NaN,
  };
}

/** Chi-square of one degree of freedom at 95 %, halved: what a log likelihood may fall short by. */
const DROP = 3.841459 / 2;
const STEPS = 240;
/** Steepness of the fall, in powers of the size: from hardly falling to a wall. */
const STEEPNESS = Array.from({ length: 40 }, (_, i) => 0.5 * 100 ** (i / 39));

/**
 * The size at which half of the cases still count, from counts at several sizes: maximum likelihood of
 * P = 1 / (1 + (size / r)^b), with the profile-likelihood interval of r. Null while nothing was counted.
 */
export function halfwayOf(tallies: readonly Tally[]): Halfway | null {
  const known = tallies.filter(({ n, size }) => n > 0 && size > 0).sort((a, b) => a.size - b.size);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return null;
  if (known.every(({ count, n }) => count > n / 2)) return { kind: "beyond", size: last.size };
  if (known.every(({ count, n }) => count < n / 2)) return { kind: "below", size: first.size };
  // A little further than what was tried, so that an interval can be seen to leave it.
  const [from, to] = [first.size / 1.5, last.size * 1.5];
  const profile = Array.from({ length: STEPS + 1 }, (_, i) => {
    const r = from * (to / from) ** (i / STEPS);
    return { r, fit: Math.max(...STEEPNESS.map((b) => likelihood(known, r, b))) };
  });
  const best = profile.reduce((a, b) => (b.fit > a.fit ? b : a));
  // On a plateau (a clean cut between two sizes) the middle is named.
  const level = profile.filter(({ fit }) => fit > best.fit - 1e-3);
  const size = Math.sqrt((level[0]?.r ?? best.r) * (level.at(-1)?.r ?? best.r));
  const inside = profile.filter(({ fit }) => fit > best.fit - DROP);
  const [low, high] = [inside[0]?.r ?? from, inside.at(-1)?.r ?? to];
  return { kind: "at", size, low: low <= from ? null : low, high: high >= to ? null : high };
}

/** The fitted share at a size, for drawing: the curve of the best steepness through the halfway point. */
export function curveThrough(tallies: readonly Tally[], halfway: Halfway): (size: number) => number {
  if (halfway.kind !== "at") return () => Number.NaN;
  const { size: r } = halfway;
  const b = STEEPNESS.reduce((a, c) => (likelihood(tallies, r, c) > likelihood(tallies, r, a) ? c : a));
  return (size) => 1 / (1 + (size / r) ** b);
}

function likelihood(tallies: readonly Tally[], r: number, b: number): number {
  return tallies.reduce((sum, { size, count, n }) => {
    const odds = b * Math.log(size / r);
    // log P = -log(1 + e^odds), log(1 - P) = odds + log P; written so that neither overflows.
    const stays = -(Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))));
    return sum + count * stays + (n - count) * (odds + stays);
  }, 0);
}
