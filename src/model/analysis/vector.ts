/** ||a||; sums run in double precision here, for a state has some 23,000 numbers. */
export function norm(a: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) ** 2;
  return Math.sqrt(sum);
}

/** ||a - b|| */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] as number) - (b[i] as number)) ** 2;
  return Math.sqrt(sum);
}

/** a + factor b, a new array. */
export function plus(a: Float32Array, b: ArrayLike<number>, factor = 1): Float32Array {
  return a.map((value, i) => value + factor * (b[i] as number));
}
