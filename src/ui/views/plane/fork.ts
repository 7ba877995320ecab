import { type ForkColumn, fork, type PlanarMap, type Point } from "../../../model/analysis/planar";
import { RANGES } from "./setup";

const COLUMNS = 120;
const STARTS: readonly Point[] = [
  [3, 3],
  [-3, 3],
  [3, -3],
  [-3, -3],
  [0.5, 0.4],
];
/** The last diagram of each map: it does not depend on the step size that is set. */
const kept = new WeakMap<PlanarMap, Map<0 | 1, ForkColumn[]>>();

/** The bifurcation diagram of a map along one axis, over the range of step sizes. */
export function forkOf(f: PlanarMap, axis: 0 | 1): readonly ForkColumn[] {
  const known = kept.get(f) ?? new Map<0 | 1, ForkColumn[]>();
  kept.set(f, known);
  const { min, max } = RANGES.lambda;
  const lambdas = Array.from({ length: COLUMNS }, (_, i) => min + ((max - min) * i) / (COLUMNS - 1));
  const columns = known.get(axis) ?? fork(f, STARTS, lambdas, axis);
  known.set(axis, columns);
  return columns;
}
