/** Thrown where something did not answer in its time. */
class TimeLimitError extends Error {
  constructor(milliseconds: number) {
    super(`Nothing came within ${milliseconds / 1000} seconds.`);
  }
}

/** What `work` comes to, or a TimeLimitError when it has not settled after so many milliseconds. The work itself goes on. */
export function within<T>(milliseconds: number, work: PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TimeLimitError(milliseconds)), milliseconds);
    work.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
