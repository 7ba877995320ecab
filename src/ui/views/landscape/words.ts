import { MODE_THRESHOLDS, type Mode } from "../../../model/analysis/modes";
import type { Share } from "../../../model/analysis/wilson";
import type { Landscape } from "../../../model/experiments/landscape";
import { modeOf } from "../../../model/experiments/landscapeMode";
import { capitalized, formatPercent } from "../../../viz/format";
import { counted, say } from "../../../words/say";

const { spurious, broad } = MODE_THRESHOLDS;

/** The modes of the paper, in its words. */
export const MODE_NAMES: Readonly<Record<Mode, string>> = {
  absent: say`no correct attractor`,
  together: say`correct and spurious attractors together`,
  narrow: say`a narrow correct basin`,
  broad: say`a broad, stable correct basin`,
  undecided: say`not decided by these starts`,
};

/** By which thresholds each is recognised. */
export const MODE_RULES: Readonly<Record<Mode, string>> = {
  absent: say`no start settles on a solution, and a state begun at the solution leaves it`,
  together: say`solutions attract, and at least ${formatPercent(spurious)} of the starts settle on grids that are not solutions`,
  narrow: say`solutions attract, but below ${formatPercent(broad)} of the starts (entire 95 % interval)`,
  broad: say`solutions attract above ${formatPercent(broad)} of the starts (entire 95 % interval), and hardly any start settles elsewhere`,
  undecided: say`the interval holds the threshold: run more starts`,
};

/** A share with its count and interval: "21 of 24 starts (69–96 %)". */
export function shareWords({ count, n, low, high }: Share): string {
  return say`${counted(count)} of ${counted(n)} starts (${Math.round(100 * low)}–${Math.round(100 * high)} %)`;
}

/** What was measured, in sentences. */
export function describeLandscape(landscape: Landscape): string {
  const { points, done, starts, solutions } = landscape;
  if (done === 0) return "";
  const { mode, correct, spurious: other } = modeOf(landscape);
  const valid = points.filter((point) => point.valid).length;
  const several = valid > 1 || !solutions.exact || solutions.count !== 1;
  const on = several
    ? `${valid === 1 ? say`1 solution` : say`${valid} solutions`}${eachWords(landscape)}`
    : say`the solution`;
  const settled =
    correct.count === 0 ? say`No start settled on a solution` : say`${shareWords(correct)} settled on ${on}`;
  const beside = other.count === 0 ? say`none on any other state` : say`${shareWords(other)} on other states`;
  const together = several && valid > 1 && mode !== "undecided" ? say`, all solutions taken together` : "";
  const verdict = done < starts ? "" : ` ${capitalized(MODE_NAMES[mode])}${together}.`;
  return `${settled}, ${beside}.${verdict}${describeProbe(landscape)}`;
}

/** Shares that are given one by one: more are a list that nobody reads. */
const MOST_GIVEN = 4;

/** " (40 and 24)": how many starts settled on each, largest first, as the landscape orders them. */
function eachWords({ points }: Landscape): string {
  const counts = points.flatMap(({ valid, count }) => (valid ? [counted(count)] : []));
  if (counts.length < 2 || counts.length > MOST_GIVEN) return "";
  return say` (${counts.slice(0, -1).join(", ")} and ${counts.at(-1) ?? ""})`;
}

function describeProbe({ probe, points }: Landscape): string {
  if (!probe) return "";
  const found = points.some((point) => point.valid);
  if (probe.tried === 1) {
    if (found) return "";
    return probe.held === 1
      ? say` A state begun at the solution stays there: the attractor exists, no start lies in its basin.`
      : say` A state begun at the solution leaves it.`;
  }
  return say` ${probe.held} of ${probe.tried} known solutions are stable fixed points.`;
}
