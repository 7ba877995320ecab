import type { Recipe } from "../../../model/eqr/recipe/recipe";
import type { Base } from "../../../model/eqr/recipe/terms";
import type { BasinRequest } from "../../../model/experiments/basinMap";
import { type BasinMap, WANDERING } from "../../../model/experiments/basins";
import { formatPercent, trajectoryNumber } from "../../../viz/format";
import { counted, fixed, say } from "../../../words/say";

/** Trajectories that are no starts but directions: far beyond any breadth. */
export const FIRST_DIRECTION = 1_000_000;

/** What a person calls a state that spans a plane of a run with this recipe. */
export function nameOfBase({ trajectory, iterations }: Base, { start = [] }: Pick<Recipe, "start">): string {
  if (trajectory >= FIRST_DIRECTION) return say`direction ${trajectory - FIRST_DIRECTION + 1}`;
  // Trajectory 1 has another start than the plane's, which is always the Gaussian one.
  if (trajectory === 0 && iterations === 0 && start.length > 0) return say`the Gaussian start 1`;
  return iterations === 0 ? say`start ${trajectoryNumber(trajectory)}` : say`settled ${trajectoryNumber(trajectory)}`;
}

/** What the map will draw, before it is run. */
export function describePlane({ plane, size, recipe, window }: BasinRequest): string {
  const [a, b, c] = plane.bases.map((base) => nameOfBase(base, recipe));
  const through =
    plane.kind === "directions"
      ? say`${a ?? ""}, along two random directions`
      : say`${a ?? ""}, ${b ?? ""} and ${c ?? ""}`;
  const noise = recipe.sigma > 0 || recipe.nudges > 0 ? say`, with noise and nudges off` : "";
  const where = window ? say` around (${fixed(window.x, 2)}, ${fixed(window.y, 2)})` : "";
  return say`Runs ${counted(size * size)} starts${where} on the plane through ${through}${noise}:`;
}

/** What the map shows, in a sentence. */
export function describeBasins({ basins, basin, done, size }: BasinMap): string {
  if (done === 0) return "";
  const valid = basins.filter((one) => one.valid);
  const sum = (list: readonly { count: number }[]) => list.reduce((total, { count }) => total + count, 0);
  const share = (count: number) => formatPercent(count / done);
  const grids = (count: number, what: string) =>
    what === "valid"
      ? count === 1
        ? say`one valid grid`
        : say`${counted(count)} valid grids`
      : count === 1
        ? say`one invalid grid`
        : say`${counted(count)} invalid grids`;
  const others = basins.filter((one) => !one.valid);
  const wandering = basin.filter((what) => what === WANDERING).length;
  const parts = [
    ...(valid.length > 0 ? [say`${share(sum(valid))} settle on ${grids(valid.length, "valid")}`] : []),
    ...(others.length > 0 ? [say`${share(sum(others))} on ${grids(others.length, "invalid")}`] : []),
    ...(wandering > 0 ? [say`${share(wandering)} do not settle`] : []),
  ];
  const so = done < size * size ? say` so far` : "";
  return say`Of ${counted(done)} starts${so}: ${parts.join(", ")}.`;
}
