export interface Kept<T> {
  readonly k: number;
  readonly item: T;
}

export interface History<T> {
  /** Keeps the item of iteration k, which must be later than all kept so far. */
  add(k: number, item: T): void;
  /** The item of iteration k, if it is still kept. */
  at(k: number): T | undefined;
  /** The latest that is kept at or before k. */
  before(k: number): Kept<T> | undefined;
  /** All that is kept, earliest first. */
  entries(): readonly Kept<T>[];
  /** Releases everything. */
  clear(): void;
}

/**
 * Which states of a run to keep when not all fit: every iteration that is a multiple of a stride, and always the newest.
 * The stride doubles whenever more than `capacity` would be kept, so what is left stays evenly spread over the run.
 * `release` is called once for each item that is given up. At least two are kept: the start and the newest.
 */
export function createHistory<T>(capacity: number, release: (item: T) => void): History<T> {
  const limit = Math.max(2, Math.floor(capacity));
  let stride = 1;
  let kept: Kept<T>[] = [];

  function keepOnly(test: (k: number) => boolean): void {
    const [left, given] = [kept.filter(({ k }) => test(k)), kept.filter(({ k }) => !test(k))];
    kept = left;
    for (const { item } of given) release(item);
  }

  return {
    add(k, item) {
      const newest = kept.at(-1);
      if (newest && k <= newest.k) throw new RangeError(`Iteration ${k} is not later than ${newest.k}.`);
      if (newest && newest.k % stride !== 0) keepOnly((other) => other !== newest.k);
      kept.push({ k, item });
      while (kept.length > limit) {
        stride *= 2;
        keepOnly((other) => other % stride === 0 || other === k);
      }
    },
    at: (k) => kept.find((entry) => entry.k === k)?.item,
    before: (k) => kept.findLast((entry) => entry.k <= k),
    entries: () => kept,
    clear() {
      keepOnly(() => false);
      stride = 1;
    },
  };
}
