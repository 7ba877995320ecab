import type { RadiusRequest, RadiusResult, RadiusTally } from "../../../model/experiments/basinRadius";
import { formatPercent, trajectoryNumber } from "../../../viz/format";
import { say } from "../../../words/say";
import { short, spokenSize } from "./halfwayWords";

/** What a sweep of kicks found: the basin's radius, and where the others went. */
export function describeSweep(
  { origin, kicks, depth }: RadiusRequest,
  { radius, home, tallies }: RadiusResult,
): string {
  const name = say`trajectory ${trajectoryNumber(origin.trajectory)}`;
  if (!home)
    return say`There is no fixed point to come back to: even unkicked, ${name} does not settle in ${depth} iterations. Choose one that settles, or lower λ.`;
  const made = tallies[0] ? tallies[0].returned + tallies[0].elsewhere + tallies[0].lost : kicks;
  const n = say`${made} ${made === 1 ? say`kick` : say`kicks`} at each of ${tallies.length} sizes`;
  const rest = others(tallies);
  if (!radius) return "";
  switch (radius.kind) {
    case "at":
      return radius.floor === 0
        ? say`Half of the kicks return up to a size of ${spokenSize(radius)}: the radius of the basin around ${name}, from ${n}. ${rest}`
        : say`The share that returns falls to about ${formatPercent(radius.floor)}, half-way at a size of ${spokenSize(radius)}: the radius of the basin around ${name}, from ${n}. ${rest}`;
    case "beyond":
      return say`More than half return even from the largest kick, ${short(radius.size)} times the state's own length: the basin is at least as wide. From ${n}. ${rest}`;
    case "below":
      return say`Fewer than half return even from the smallest kick, ${short(radius.size)} of the state's length: the basin is narrower. From ${n}. ${rest}`;
  }
}

function others(tallies: readonly RadiusTally[]): string {
  const sum = (key: "elsewhere" | "lost") => tallies.reduce((total, tally) => total + tally[key], 0);
  const [elsewhere, lost] = [sum("elsewhere"), sum("lost")];
  if (elsewhere + lost === 0) return say`All of them came back.`;
  if (lost === 0) return say`The other ${elsewhere} came to rest elsewhere.`;
  if (elsewhere === 0) return say`The other ${lost} did not come to rest.`;
  return say`Of the others, ${elsewhere} came to rest elsewhere and ${lost} nowhere.`;
}
