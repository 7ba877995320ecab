import { type Share, wilson } from "./wilson";

/** Where a share has fallen half-way as something grows: from 1 to its floor, which is 0 unless one is fitted. */
export type Halfway =
  /** With the bounds of a 95 % interval; null where it leaves the sizes that were tried. */
  | {
      readonly kind: "at";
      readonly size: number;
      readonly low: number | null;
      readonly high: number | null;
      /** The share that is left however large the size. */
      readonly floor: number;
    }
  /** More than half even at the largest size tried, and no fall to a floor. */
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

/** A share that falls by less over all sizes has not changed. */
const LEAST_FALL = 0.2;
/** Of the whole fall, what is left aside at either end. */
const ASIDE = 0.1;

/**
 * Up to n further sizes where the share changes, evenly spaced in factors: between the last size before it has begun to fall
 * and the first after it has fallen as far as it does. None where it falls hardly at all.
 */
export function sizesWhereItFalls(tallies: readonly Tally[], n: number): number[] {
  const known = tallies.filter(({ n, size }) => n > 0 && size > 0).sort((a, b) => a.size - b.size);
  const shareOf = ({ count, n }: Tally) => count / n;
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return [];
  const fall = shareOf(first) - shareOf(last);
  if (fall < LEAST_FALL) return [];
  const begun = known.findIndex((tally) => shareOf(tally) < shareOf(first) - ASIDE * fall);
  const over = known.findLastIndex((tally) => shareOf(tally) > shareOf(last) + ASIDE * fall);
  const from = known[Math.max(0, begun - 1)]?.size ?? first.size;
  const to = known[Math.min(known.length - 1, over + 1)]?.size ?? last.size;
  const between = Array.from({ length: n }, (_, i) => Number((from * (to / from) ** ((i + 0.5) / n)).toPrecision(3)));
  return between.filter((size) => known.every((tally) => tally.size !== size));
}

/** Chi-square of one degree of freedom at 95 %, halved: what a log likelihood may fall short by. */
const DROP = 3.841459 / 2;
const STEPS = 240;
/** Steepness of the fall, in powers of the size: from hardly falling to a wall. */
const STEEPNESS = Array.from({ length: 40 }, (_, i) => 0.5 * 100 ** (i / 39));

/** Floors to be fitted where what has been thrown far may come back by chance, as from a kick to anywhere. */
export const ANY_FLOOR: readonly number[] = Array.from({ length: 19 }, (_, i) => i / 20);

/**
 * The size at which a share has fallen half-way to its floor, from counts at several sizes: maximum likelihood of
 * P = c + (1 - c) / (1 + (size / r)^b) over b and the `floors` c, with the profile-likelihood interval of r. Null while
 * nothing was counted.
 */
export function halfwayOf(tallies: readonly Tally[], floors: readonly number[] = [0]): Halfway | null {
  const known = tallies.filter(({ n, size }) => n > 0 && size > 0).sort((a, b) => a.size - b.size);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return null;
  const fall = first.count / first.n - last.count / last.n;
  const falls = floors.length > 1 && fall >= LEAST_FALL;
  if (!falls && known.every(({ count, n }) => count > n / 2)) return { kind: "beyond", size: last.size };
  if (known.every(({ count, n }) => count < n / 2)) return { kind: "below", size: first.size };
  // A little further than what was tried, so that an interval can be seen to leave it.
  const [from, to] = [first.size / 1.5, last.size * 1.5];
  const profile = Array.from({ length: STEPS + 1 }, (_, i) => {
    const r = from * (to / from) ** (i / STEPS);
    return { r, ...bestAt(known, r, floors) };
  });
  const best = profile.reduce((a, b) => (b.fit > a.fit ? b : a));
  // On a plateau (a clean cut between two sizes) the middle is named.
  const level = profile.filter(({ fit }) => fit > best.fit - 1e-3);
  const size = Math.sqrt((level[0]?.r ?? best.r) * (level.at(-1)?.r ?? best.r));
  const inside = profile.filter(({ fit }) => fit > best.fit - DROP);
  const [low, high] = [inside[0]?.r ?? from, inside.at(-1)?.r ?? to];
  return { kind: "at", size, low: low <= from ? null : low, high: high >= to ? null : high, floor: best.floor };
}

/** The fitted share at a size, for drawing: the curve of the best steepness through the halfway point. */
export function curveThrough(tallies: readonly Tally[], halfway: Halfway): (size: number) => number {
  if (halfway.kind !== "at") return () => Number.NaN;
  const { size: r, floor } = halfway;
  const { steepness } = bestAt(tallies, r, [floor]);
  return (size) => floor + (1 - floor) / (1 + (size / r) ** steepness);
}

/** The steepness and the floor that fit best with the halfway size at r. */
function bestAt(tallies: readonly Tally[], r: number, floors: readonly number[]) {
  let best = { fit: Number.NEGATIVE_INFINITY, steepness: 1, floor: 0 };
  for (const floor of floors)
    for (const steepness of STEEPNESS) {
      const fit = likelihood(tallies, r, steepness, floor);
      if (fit > best.fit) best = { fit, steepness, floor };
    }
  return best;
}

function likelihood(tallies: readonly Tally[], r: number, b: number, floor: number): number {
  const above = Math.log1p(-floor);
  return tallies.reduce((sum, { size, count, n }) => {
    const odds = b * Math.log(size / r);
    // log(1 / (1 + e^odds)) and log(1 - that) = odds + that; written so that neither overflows.
    const falling = -(Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))));
    const stays = floor === 0 ? falling : Math.log(floor + (1 - floor) * Math.exp(falling));
    return sum + count * stays + (n - count) * (above + odds + falling);
  }, 0);
}
