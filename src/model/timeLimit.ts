/**
 * What `work` comes to. Rejects with an Error of this message when it has not settled after so many milliseconds; the work
 * itself goes on.
 */
export function within<T>(
  milliseconds: number,
  work: PromiseLike<T>,
  message = `Nothing came within ${milliseconds / 1000} seconds.`,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(message)), milliseconds);
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
