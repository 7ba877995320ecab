import type { BifurcationRequest, BifurcationResult } from "../../../model/experiments/bifurcation";
import type { NoiseFloorRequest, NoiseFloorResult } from "../../../model/experiments/noiseFloor";
import { formatResidual, formatSigned } from "../../../viz/format";
import { fixed, say } from "../../../words/say";
import { nameOf } from "../../experiments/useOrigin";
import { short, spokenSize } from "../kick/halfwayWords";

/** Up to which step size the state rests, what comes after, and whether the eigenvalue said so. */
export function describeLambda(
  { origin }: BifurcationRequest,
  { home, sets, doubling, lowest }: BifurcationResult,
): string {
  if (!home) return noHome(nameOf(origin));
  const rests = sets.filter(({ period }) => period === 1).map(({ lambda }) => lambda);
  const cycles = sets.filter(({ period }) => period !== null && period > 1);
  const wild = sets.filter(({ period }) => period === null).map(({ lambda }) => lambda);
  const predicted =
    doubling === null || lowest === null
      ? say`No real eigenvalue leads towards −1.`
      : say`The lowest eigenvalue of f, ${formatSigned(lowest.re, 2)}, puts the birth of a 2-cycle at λ = ${fixed(doubling, 3)}.`;
  const seen = [
    rests.length > 0 && say`It rests up to λ = ${Math.max(...rests)}`,
    cycles[0] && say`enters a ${cycles[0].period ?? 0}-cycle at λ = ${cycles[0].lambda}`,
    wild.length > 0 && say`and repeats nothing from ${Math.min(...wild)} on`,
  ].filter((part) => part !== false && part !== undefined);
  return `${seen.join(", ")}. ${predicted}`;
}

/** How the floor grows with the noise, and the noise that shakes the state out of its basin. */
export function describeSigma(
  { origin, copies, hold }: NoiseFloorRequest,
  { home, points, leaves }: NoiseFloorResult,
): string {
  if (!home) return noHome(nameOf(origin));
  const first = points.find(({ sigma }) => sigma > 0);
  const floor = first
    ? say`At σ = ${first.sigma} it hovers at a residual of ${formatResidual(first.floor)}, ${short(first.floor / first.sigma)} times the noise.`
    : "";
  const n = say`${copies} copies at each strength, ${hold} iterations under noise`;
  if (!leaves) return floor;
  switch (leaves.kind) {
    case "at":
      return say`${floor} Half of the copies leave the basin at σ = ${spokenSize(leaves)}; ${n}.`;
    case "beyond":
      return say`${floor} Even σ = ${short(leaves.size)} does not shake half of the copies out of the basin; ${n}.`;
    case "below":
      return say`${floor} Already σ = ${short(leaves.size)} shakes more than half of the copies out of the basin; ${n}.`;
  }
}

function noHome(name: string): string {
  return say`From ${name} the state runs into no fixed point: choose a trajectory that settles. What one that never settles does, the last of the three tells.`;
}
