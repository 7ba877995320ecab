import type { Recipe } from "../../../model/eqr/recipe";
import type { Base } from "../../../model/eqr/terms";
import type { BasinRequest } from "../../../model/experiments/basinMap";
import { type BasinMap, WANDERING } from "../../../model/experiments/basins";
import { formatPercent, trajectoryNumber } from "../../../viz/format";

/** Trajectories that are no starts but directions: far beyond any breadth. */
export const FIRST_DIRECTION = 1_000_000;

/** What a person calls a state that spans a plane of a run with this recipe. */
export function nameOfBase({ trajectory, iterations }: Base, { start = [] }: Pick<Recipe, "start">): string {
  if (trajectory >= FIRST_DIRECTION) return `direction ${trajectory - FIRST_DIRECTION + 1}`;
  // Trajectory 1 has another start than the plane's, which is always the Gaussian one.
  if (trajectory === 0 && iterations === 0 && start.length > 0) return "the Gaussian start 1";
  return iterations === 0 ? `start ${trajectoryNumber(trajectory)}` : `settled ${trajectoryNumber(trajectory)}`;
}

/** What the map will draw, before it is run. */
export function describePlane({ plane, size, recipe, window }: BasinRequest): string {
  const [a, b, c] = plane.bases.map((base) => nameOfBase(base, recipe));
  const through = plane.kind === "directions" ? `${a}, along two random directions` : `${a}, ${b} and ${c}`;
  const noise = recipe.sigma > 0 || recipe.nudges > 0 ? ", with noise and nudges off" : "";
  const where = window ? ` around (${window.x.toFixed(2)}, ${window.y.toFixed(2)})` : "";
  return `Runs ${(size * size).toLocaleString("en")} starts${where} on the plane through ${through}${noise}:`;
}

/** What the map shows, in a sentence. */
export function describeBasins({ basins, basin, done, size }: BasinMap): string {
  if (done === 0) return "";
  const valid = basins.filter((one) => one.valid);
  const sum = (list: readonly { count: number }[]) => list.reduce((total, { count }) => total + count, 0);
  const share = (count: number) => formatPercent(count / done);
  const grids = (count: number, what: string) =>
    count === 1 ? `one ${what} grid` : `${count.toLocaleString("en")} ${what} grids`;
  const others = basins.filter((one) => !one.valid);
  const wandering = basin.filter((what) => what === WANDERING).length;
  const parts = [
    ...(valid.length > 0 ? [`${share(sum(valid))} settle on ${grids(valid.length, "valid")}`] : []),
    ...(others.length > 0 ? [`${share(sum(others))} on ${grids(others.length, "invalid")}`] : []),
    ...(wandering > 0 ? [`${share(wandering)} do not settle`] : []),
  ];
  const so = done < size * size ? " so far" : "";
  return `Of ${done.toLocaleString("en")} starts${so}: ${parts.join(", ")}.`;
}
