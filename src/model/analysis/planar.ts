/** A point of the plane. */
export type Point = readonly [number, number];
/** A map of the plane into itself. */
export type PlanarMap = (z: Point) => Point;

/** The square of the plane that is looked at: |z1|, |z2| <= reach. */
export interface Window {
  readonly reach: number;
}

/** The damped iteration F = (1 - lambda) z + lambda f(z) without noise. */
export function damped(f: PlanarMap, lambda: number): PlanarMap {
  return (z) => {
    const [a, b] = f(z);
    return [z[0] + lambda * (a - z[0]), z[1] + lambda * (b - z[1])];
  };
}

export const STABILITIES = ["stable", "saddle", "unstable"] as const;

export interface PlanarFixedPoint {
  readonly at: Point;
  /** How many directions grow there: none, one, or both. */
  readonly stability: (typeof STABILITIES)[number];
  /** |eigenvalues| of the Jacobian of the iteration, the larger first: differences shrink or grow by them each iteration. */
  readonly moduli: readonly [number, number];
}

const SEEDS = 24;
const NEWTON_STEPS = 40;
const SAME = 1e-3;

/**
 * Fixed points of an iteration in a window, found by Newton's method on F(z) - z from a grid of seeds, and judged by the
 * eigenvalues of the Jacobian (central differences). Complete as far as every fixed point draws one of 576 seeds.
 */
export function fixedPointsOf(step: PlanarMap, { reach }: Window): PlanarFixedPoint[] {
  const found: Point[] = [];
  for (let i = 0; i < SEEDS * SEEDS; i++) {
    const at = newton(step, pixel(i, SEEDS, reach));
    if (at && Math.abs(at[0]) <= reach && Math.abs(at[1]) <= reach && found.every((other) => apart(other, at) > SAME))
      found.push(at);
  }
  return found.map((at) => {
    const moduli = eigenModuli(jacobian(step, at));
    const growing = moduli.filter((modulus) => modulus > 1).length;
    return { at, moduli, stability: STABILITIES[growing] ?? "unstable" };
  });
}

/** Where each pixel of a window ends. */
export interface PlanarBasins {
  /** Pixels per side; row by row from the top left, z1 to the right and z2 upwards. */
  readonly size: number;
  /** [size * size] index into the attractors, -1 where the pixel comes to rest at none of them. */
  readonly ends: Int8Array;
  /** [size * size] iterations until it was within NEAR of its attractor, or the depth. */
  readonly iterations: Uint16Array;
}

const NEAR = 0.02;

/** The basins of some attractors: every pixel's centre is iterated until it is near one of them, at most `depth` times. */
export function planarBasins(
  step: PlanarMap,
  attractors: readonly Point[],
  { reach }: Window,
  size: number,
  depth: number,
): PlanarBasins {
  const ends = new Int8Array(size * size).fill(-1);
  const iterations = new Uint16Array(size * size).fill(depth);
  for (let i = 0; i < size * size; i++) {
    let z = pixel(i, size, reach);
    for (let k = 0; k <= depth; k++) {
      const at = z;
      const end = attractors.findIndex((attractor) => apart(attractor, at) < NEAR);
      if (end >= 0) {
        ends[i] = end;
        iterations[i] = k;
        break;
      }
      z = step(z);
    }
  }
  return { size, ends, iterations };
}

/** A start and what follows: until a step is shorter than 1e-6, or `depth` iterations. */
export function orbit(step: PlanarMap, start: Point, depth: number): Point[] {
  const points: Point[] = [start];
  for (let z = start; points.length <= depth; ) {
    const next = step(z);
    points.push(next);
    if (apart(next, z) < 1e-6 || !Number.isFinite(next[0] + next[1])) break;
    z = next;
  }
  return points;
}

/** ||F(z) - z|| / ||z||, as the engine's residual. */
export function planarResidual(step: PlanarMap, z: Point): number {
  return apart(step(z), z) / Math.hypot(...z);
}

export interface ForkColumn {
  readonly lambda: number;
  /** Coordinates visited after the transient: one value at a fixed point, two on a 2-cycle. */
  readonly values: readonly number[];
}

const TRANSIENT = 400;
const KEPT = 32;

/** A bifurcation diagram: where some starts are after a transient, by step size. `axis` 0 is z1, 1 is z2. */
export function fork(f: PlanarMap, starts: readonly Point[], lambdas: readonly number[], axis: 0 | 1): ForkColumn[] {
  return lambdas.map((lambda) => {
    const step = damped(f, lambda);
    const values = new Set<number>();
    for (const start of starts) {
      let z = start;
      for (let k = 0; k < TRANSIENT + KEPT; k++) {
        z = step(z);
        if (k >= TRANSIENT && Number.isFinite(z[axis])) values.add(Math.round(z[axis] * 200) / 200);
      }
    }
    return { lambda, values: [...values].sort((a, b) => a - b) };
  });
}

/** The centre of a pixel. */
export function pixel(i: number, size: number, reach: number): Point {
  const side = (2 * reach) / size;
  return [-reach + ((i % size) + 0.5) * side, reach - (Math.floor(i / size) + 0.5) * side];
}

export function apart(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

type Matrix = readonly [number, number, number, number];

/** [dF1/dz1, dF1/dz2, dF2/dz1, dF2/dz2] */
function jacobian(step: PlanarMap, [x, y]: Point): Matrix {
  const h = 1e-5;
  const [right, left] = [step([x + h, y]), step([x - h, y])];
  const [above, below] = [step([x, y + h]), step([x, y - h])];
  const slope = (a: number, b: number) => (a - b) / (2 * h);
  return [slope(right[0], left[0]), slope(above[0], below[0]), slope(right[1], left[1]), slope(above[1], below[1])];
}

function eigenModuli([a, b, c, d]: Matrix): readonly [number, number] {
  const half = (a + d) / 2;
  const determinant = a * d - b * c;
  const discriminant = half * half - determinant;
  if (discriminant < 0) return [Math.sqrt(determinant), Math.sqrt(determinant)];
  const root = Math.sqrt(discriminant);
  const [first, second] = [Math.abs(half + root), Math.abs(half - root)];
  return [Math.max(first, second), Math.min(first, second)];
}

function newton(step: PlanarMap, seed: Point): Point | null {
  let z = seed;
  for (let i = 0; i < NEWTON_STEPS; i++) {
    const next = step(z);
    const [g1, g2] = [next[0] - z[0], next[1] - z[1]];
    if (Math.hypot(g1, g2) < 1e-10) return z;
    const [a, b, c, d] = jacobian(step, z);
    const determinant = (a - 1) * (d - 1) - b * c;
    if (Math.abs(determinant) < 1e-12) return null;
    const [dx, dy] = [((d - 1) * g1 - b * g2) / determinant, ((a - 1) * g2 - c * g1) / determinant];
    // A long step would leave the seed's neighbourhood, and one fixed point would be found from everywhere.
    const shorten = Math.min(1, 1 / Math.hypot(dx, dy));
    z = [z[0] - shorten * dx, z[1] - shorten * dy];
  }
  return null;
}
