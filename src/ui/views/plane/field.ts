import {
  apart,
  damped,
  fixedPointsOf,
  type PlanarBasins,
  type PlanarFixedPoint,
  type PlanarMap,
  type Point,
  pixel,
  planarBasins,
  planarResidual,
} from "../../../model/analysis/planar";
import type { Model } from "../../../model/eqr/model/model";
import type { RunRecord } from "../../../model/eqr/record/record";
import { planeNumbers } from "../../../model/maps/plane/numbers";
import { withGain } from "../../../model/maps/plane/systems";
import { problemOf } from "../../../model/tasks";
import type { Problem } from "../../../model/tasks/task";
import type { PlaneState } from "./setup";

/** The window: starts are drawn with deviation 3, so that nine in ten lie in it. */
export const REACH = 5;
const ARROWS = 15;
const DEPTH = 240;

/** The undamped map under a problem's condition. */
export interface PlaneMap {
  readonly problem: Problem;
  readonly f: PlanarMap;
  readonly decode: (z: Point) => Uint8Array;
}

/** Everything of the plane that follows from the map, the problem and the step size. */
export interface PlaneFacts extends PlaneMap {
  readonly step: PlanarMap;
  readonly fixedPoints: readonly PlanarFixedPoint[];
  /** The stable ones, in the basins' order. */
  readonly attractors: readonly Point[];
  readonly arrows: readonly (readonly [Point, Point])[];
}

export function planeMap(
  model: Model,
  task: string,
  { problem, gain }: Pick<PlaneState, "problem" | "gain">,
): PlaneMap {
  const read = problemOf({ task, puzzle: problem });
  return { problem: read, ...planeNumbers(withGain(model, gain), read) };
}

export function planeFacts(map: PlaneMap, lambda: number): PlaneFacts {
  const step = damped(map.f, lambda);
  const fixedPoints = fixedPointsOf(step, { reach: REACH });
  const attractors = fixedPoints.filter(({ stability }) => stability === "stable").map(({ at }) => at);
  const arrows = Array.from({ length: ARROWS * ARROWS }, (_, i) => {
    const from = pixel(i, ARROWS, REACH);
    return [from, step(from)] as const;
  });
  return { ...map, step, fixedPoints, attractors, arrows };
}

export function basinsOf({ step, attractors }: PlaneFacts, size: number): PlanarBasins {
  return planarBasins(step, attractors, { reach: REACH }, size, DEPTH);
}

/** [size * size] the residual of a step from each pixel. */
export function residualsOf({ step }: PlaneFacts, size: number): Float32Array {
  return Float32Array.from({ length: size * size }, (_, i) => planarResidual(step, pixel(i, size, REACH)));
}

/** The attractor that a point rests at, -1 for none. */
export function attractorAt({ attractors }: PlaneFacts, at: Point | undefined): number {
  return at ? attractors.findIndex((attractor) => apart(attractor, at) < 0.05) : -1;
}

/** z1, z2 of a trajectory at the iterations up to `k`. */
export function pointsOf({ frames, recipe }: RunRecord, trajectory: number, k: number): Point[] {
  if (trajectory >= recipe.breadth) return [];
  return frames
    .slice(0, k + 1)
    .map(({ coords }): Point => [coords[3 * trajectory] ?? Number.NaN, coords[3 * trajectory + 1] ?? Number.NaN]);
}
