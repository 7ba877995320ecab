import type { FixedPoint, Landscape } from "../../model/experiments/landscape";

/** For tests: a fixed point that one start settled on. */
export function fakePoint(change: Partial<FixedPoint> = {}): FixedPoint {
  return {
    digits: new Uint8Array(81).fill(1),
    valid: true,
    count: 1,
    iterations: 40,
    residual: 1e-5,
    q: 5,
    first: 0,
    place: [0, 0],
    ...change,
  };
}

/** For tests: a landscape of 20 starts with these fixed points. */
export function fakeLandscape(points: readonly FixedPoint[], change: Partial<Landscape> = {}): Landscape {
  return {
    puzzle: ".".repeat(81),
    starts: 20,
    done: 20,
    wandering: 0,
    broken: 0,
    points,
    distances: new Float32Array(points.length ** 2),
    kept: 1,
    solutions: { count: 1, exact: true },
    probe: null,
    ...change,
  };
}
