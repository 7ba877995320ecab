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
/** The bifurcation diagram of a map along one axis, over the range of step sizes. */
export function forkOf(f: PlanarMap, axis: 0 | 1): ForkColumn[] {
  const { min, max } = RANGES.lambda;
  const lambdas = Array.from({ length: COLUMNS }, (_, i) => min + ((max - min) * i) / (COLUMNS - 1));
  return fork(f, STARTS, lambdas, axis);
}
