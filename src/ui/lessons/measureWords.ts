import { counted, say } from "../../words/say";
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

/** All measures of a run as a sentence. */
export function factsOf(found: Readonly<Record<MeasureName, number>>, breadth: number): string {
  const { iterations, settled, solved, grids, firstRest, lastRest } = found;
  const ran = say`${count(iterations, "iteration")}; ${settled} of ${count(breadth, "start")} at rest`;
  if (settled === 0) return `${ran}.`;
  const when =
    firstRest === lastRest
      ? say`at iteration ${firstRest}`
      : say`the first at iteration ${firstRest}, the last at ${lastRest}`;
  return say`${ran}, ${solved} of them on a solution; ${count(grids, say`distinct grid`)}; ${when}.`;
}

function count(n: number, what: string): string {
  return `${counted(n)} ${what}${n === 1 ? "" : "s"}`;
}
