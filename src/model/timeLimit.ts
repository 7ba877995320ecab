/** A clock that missed more than this many of its ticks has stood still: the tab was frozen, or the computer asleep. */
const MOST_TICKS = 5;

/**
 * Calls back after so many milliseconds in which the page was awake; the returned function cancels it. A tab that sleeps
 * for an hour wakes with its timers overdue, and what it waits for has slept as well.
 */
export function afterAwake(milliseconds: number, callback: () => void): () => void {
  const tick = Math.min(1000, milliseconds);
  let left = milliseconds;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    left -= Math.min(Math.max(now - last, tick), MOST_TICKS * tick);
    last = now;
    if (left > 0) return;
    clearInterval(timer);
    callback();
  }, tick);
  return () => clearInterval(timer);
}

/** Longer than the work between two questions ever takes: in a longer gap its thread was asleep. */
const LONGEST_STEP_MS = 1000;

/** Asked again and again by work that never pauses, says whether so many milliseconds awake have passed. */
export function awakeDeadline(milliseconds: number, now: () => number = () => performance.now()): () => boolean {
  let left = milliseconds;
  let last = now();
  return () => {
    const at = now();
    left -= Math.min(at - last, LONGEST_STEP_MS);
    last = at;
    return left < 0;
  };
}

/**
 * What `work` comes to. Rejects with an Error of this message when it has not settled after so many milliseconds awake; the work
 * itself goes on.
 */
export function within<T>(
  milliseconds: number,
  work: PromiseLike<T>,
  message = `Nothing came within ${milliseconds / 1000} seconds.`,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = afterAwake(milliseconds, () => reject(new Error(message)));
    work.then(
      (value) => {
        cancel();
        resolve(value);
      },
      (error) => {
        cancel();
        reject(error);
      },
    );
  });
}
