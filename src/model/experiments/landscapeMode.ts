import { type Judgement, judgeMode } from "../analysis/modes";
import { coverageCurve } from "../analysis/rarefaction";
import type { Landscape } from "./landscape";

/** Starts by what became of them: on solutions, on other fixed points, on nothing. */
export function countEnds({ points, done }: Pick<Landscape, "points" | "done">) {
  const sum = (valid: boolean) =>
    points.filter((point) => point.valid === valid).reduce((total, { count }) => total + count, 0);
  const [correct, spurious] = [sum(true), sum(false)];
  return { correct, spurious, unsettled: done - correct - spurious };
}

/** Mean number of distinct solutions that b of the starts find, at index b. */
export function coverageOf({ points, done }: Pick<Landscape, "points" | "done">): number[] {
  const counts = points.filter(({ valid }) => valid).map(({ count }) => count);
  return coverageCurve(counts, done);
}

/** Which of the paper's modes a measured landscape shows. */
export function modeOf(landscape: Landscape): Judgement {
  const { correct, spurious, unsettled } = countEnds(landscape);
  const { probe, solutions } = landscape;
  const none = solutions.exact && solutions.count === 0;
  return judgeMode({
    starts: landscape.done,
    correct,
    spurious,
    unsettled,
    solutionHolds: none ? false : probe && probe.held > 0,
  });
}
