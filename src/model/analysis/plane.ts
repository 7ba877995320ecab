import { distance, plus } from "./vector";

/**
 * `points`: through three states; the first lies at (0, 0), the second at (its distance, 0), the third above.
 * `directions`: through the first, along the other two, of which the second is made orthogonal to the first.
 */
export type PlaneKind = "points" | "directions";

/**
 * A plane through the space of latent states, by the lengths and angle of what spans it. Lengths are root mean squares: the
 * distance of two states is sqrt(mean((a - b)^2)), so that a Gaussian start lies at its standard deviation
 * from the origin whatever the size of the state.
 */
export interface Plane {
  readonly kind: PlaneKind;
  /** Length of the first side, and how far the second goes along it and across. */
  readonly first: number;
  readonly along: number;
  readonly across: number;
}

/**
 * The plane of three vectors of equal length. Throws a RangeError when they span none: two of them the same, or all three
 * on a line.
 */
export function planeOf(kind: PlaneKind, [a, b, c]: readonly [Vector, Vector, Vector]): Plane {
  const [p, q] = kind === "points" ? [plus(b, a, -1), plus(c, a, -1)] : [b, c];
  const first = rms(p);
  const along = meanProduct(p, q) / first;
  const across = Math.sqrt(Math.max(0, meanProduct(q, q) - along * along));
  if (!(first > 0) || !(across > 1e-4 * rms(q)))
    throw new RangeError("These three states span no plane: choose others.");
  return { kind, first, along, across };
}

/** Weights of the three vectors that add up to the point (x, y). */
export function weightsAt(
  { kind, first, along, across }: Plane,
  x: number,
  y: number,
): readonly [number, number, number] {
  const third = y / across;
  const second = (x - along * third) / first;
  return [kind === "points" ? 1 - second - third : 1, second, third];
}

/** Where the states that made it lie; directions have no place of their own. */
export function marksOf({ kind, first, along, across }: Plane): readonly (readonly [number, number])[] {
  const origin = [0, 0] as const;
  return kind === "points" ? [origin, [first, 0], [along, across]] : [origin];
}

export type Vector = Float32Array;

/** The combination of vectors with such weights. */
export function combine(vectors: readonly Vector[], weights: readonly number[]): Vector {
  const out = new Float32Array(vectors[0]?.length ?? 0);
  for (let e = 0; e < out.length; e++) {
    let sum = 0;
    for (let i = 0; i < vectors.length; i++) sum += (weights[i] ?? 0) * (vectors[i]?.[e] ?? 0);
    out[e] = sum;
  }
  return out;
}

/** sqrt(mean((a - b)^2)) */
export function rmsDistance(a: Vector, b: Vector): number {
  return distance(a, b) / Math.sqrt(a.length);
}

/** mean(a b) */
export function meanProduct(a: Vector, b: Vector): number {
  let sum = 0;
  for (let e = 0; e < a.length; e++) sum += (a[e] ?? 0) * (b[e] ?? 0);
  return sum / a.length;
}

function rms(a: Vector): number {
  return Math.sqrt(meanProduct(a, a));
}
