import type { KickRequest, KickResult } from "../../../model/experiments/kick";
import { problemOf } from "../../../model/tasks";
import { cellsOf, type Grid } from "../../../model/tasks/task";
import { formatPercent, formatResidual, trajectoryNumber } from "../../../viz/format";
import { say } from "../../../words/say";

/** What a kick does, before it is given. */
export function describePerturbation({ perturbation, origin, depth }: KickRequest): string {
  const hit =
    perturbation.kind === "towards" ? "" : say` in ${where(perturbation.cells, problemOf(origin.recipe).grid)}`;
  const what =
    perturbation.kind === "noise"
      ? say`Adds Gaussian noise, ${perturbation.size} times as long as the part it changes,${hit}`
      : perturbation.kind === "erase"
        ? say`Puts back a random start${hit}`
        : say`Pushes the state towards trajectory ${trajectoryNumber(perturbation.trajectory)} by ${perturbation.size} of its length`;
  return say`${what} at iteration ${origin.k}, then follows it beside its unkicked twin for up to ${depth} iterations, without path noise.`;
}

/** What became of the kicked state. Only rest and distance judge: nothing here knows the rules of the task. */
export function describeKick({ origin }: KickRequest, result: KickResult): string {
  const { outcome, kickedEnding, homeEnding, distance, cells, kicked } = result;
  const name = say`Trajectory ${trajectoryNumber(origin.trajectory)}`;
  const apart = formatResidual(distance.at(-1) ?? Number.NaN);
  const differ = cells.at(-1) ?? 0;
  const grids =
    differ === 0
      ? say`no cell decodes differently`
      : say`${differ} ${differ === 1 ? say`cell decodes` : say`cells decode`} differently`;
  switch (outcome) {
    case "same":
      return say`${name} came back to the same fixed point, at rest from iteration ${kickedEnding.settledAt ?? 0} after the kick: distance ${apart} of the state's norm, ${grids}.`;
    case "other":
      return say`${name} came to rest at another fixed point, from iteration ${kickedEnding.settledAt ?? 0} after the kick: ${formatPercent(distance.at(-1) ?? Number.NaN)} of the state's norm away, ${grids}.`;
    case "none":
      return say`${name} found no fixed point in ${kicked.length} iterations after the kick: its residual is ${formatResidual(kickedEnding.residual)}, it is ${apart} of the state's norm from its twin, ${grids}.`;
    case "no-home":
      return say`There is no fixed point to come back to: even unkicked it does not settle in ${kicked.length} iterations (residual ${formatResidual(homeEnding.residual)}). The two are ${apart} of the state's norm apart, ${grids}. Choose a trajectory that settles, or lower λ.`;
  }
}

function where(cells: readonly number[] | null, grid: Grid): string {
  if (!cells) return say`all ${cellsOf(grid)} cells`;
  return say`${cells.length} brushed ${cells.length === 1 ? say`cell` : say`cells`}`;
}
