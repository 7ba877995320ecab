import type { MeasureName } from "./measures";

/** What each measure counts, as it is said of a run. */
export const MEASURE_WORDS: Readonly<Record<MeasureName, string>> = {
  iterations: "iterations computed",
  settled: "starts at rest",
  solved: "starts at rest on a solution",
  grids: "distinct grids at rest",
  agreeing: "starts at rest on the commonest grid",
  firstRest: "iteration at which the first start came to rest",
  lastRest: "iteration at which the last start came to rest",
};

/** All measures of a run as a sentence. */
export function factsOf(found: Readonly<Record<MeasureName, number>>, breadth: number): string {
  const { iterations, settled, solved, grids, firstRest, lastRest } = found;
  const ran = `${count(iterations, "iteration")}; ${settled} of ${count(breadth, "start")} at rest`;
  if (settled === 0) return `${ran}.`;
  const when =
    firstRest === lastRest
      ? `at iteration ${firstRest}`
      : `the first at iteration ${firstRest}, the last at ${lastRest}`;
  return `${ran}, ${solved} of them on a solution; ${count(grids, "distinct grid")}; ${when}.`;
}

function count(n: number, what: string): string {
  return `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;
}
