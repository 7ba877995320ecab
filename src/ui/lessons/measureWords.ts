import { say } from "../../words/say";
import type { MeasureName } from "./measures";

/** What each measure counts, as it is said of a run. */
export const MEASURE_WORDS: Readonly<Record<MeasureName, string>> = {
  iterations: say`iterations computed`,
  settled: say`starts at rest`,
  solved: say`starts at rest on a solution`,
  grids: say`distinct grids at rest`,
  agreeing: say`starts at rest on the commonest grid`,
  firstRest: say`iteration at which the first start came to rest`,
  lastRest: say`iteration at which the last start came to rest`,
};

/** All measures of a run in sentences. */
export function factsOf(found: Readonly<Record<MeasureName, number>>, breadth: number): string {
  const { iterations, settled, solved, grids, firstRest, lastRest } = found;
  const ran = say`Iterations: ${iterations}. At rest: ${settled} of ${breadth} starts.`;
  if (settled === 0) return ran;
  const where = say`On a solution: ${solved}. Distinct grids: ${grids}.`;
  const when =
    firstRest === lastRest
      ? say`At rest from iteration ${firstRest} on.`
      : say`The first came to rest at iteration ${firstRest}, the last at ${lastRest}.`;
  return [ran, where, when].join(" ");
}
