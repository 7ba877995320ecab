import type { KickRequest, KickResult } from "../../../model/experiments/kick";
import { problemOf } from "../../../model/tasks";
import { cellsOf, type Grid } from "../../../model/tasks/task";
import { formatPercent, formatResidual, trajectoryNumber } from "../../../viz/format";

/** What a kick does, before it is given. */
export function describePerturbation({ perturbation, origin, depth }: KickRequest): string {
  const hit = perturbation.kind === "towards" ? "" : ` in ${where(perturbation.cells, problemOf(origin.recipe).grid)}`;
  const what =
    perturbation.kind === "noise"
      ? `Adds Gaussian noise, ${perturbation.size} times as long as the part it changes,${hit}`
      : perturbation.kind === "erase"
        ? `Puts back a random start${hit}`
        : `Pushes the state towards trajectory ${trajectoryNumber(perturbation.trajectory)} by ${perturbation.size} of its length`;
  return `${what} at iteration ${origin.k}, then follows it beside its unkicked twin for up to ${depth} iterations, without path noise.`;
}

/** What became of the kicked state. Only rest and distance judge: nothing here knows the rules of the task. */
export function describeKick({ origin }: KickRequest, result: KickResult): string {
  const { outcome, kickedEnding, homeEnding, distance, cells, kicked } = result;
  const name = `Trajectory ${trajectoryNumber(origin.trajectory)}`;
  const apart = formatResidual(distance.at(-1) ?? Number.NaN);
  const differ = cells.at(-1) ?? 0;
  const grids =
    differ === 0
      ? "no cell decodes differently"
      : `${differ} ${differ === 1 ? "cell decodes" : "cells decode"} differently`;
  switch (outcome) {
    case "same":
      return `${name} came back to the same fixed point, at rest from iteration ${kickedEnding.settledAt} after the kick: distance ${apart} of the state's norm, ${grids}.`;
    case "other":
      return `${name} came to rest at another fixed point, from iteration ${kickedEnding.settledAt} after the kick: ${formatPercent(distance.at(-1) ?? Number.NaN)} of the state's norm away, ${grids}.`;
    case "none":
      return `${name} found no fixed point in ${kicked.length} iterations after the kick: its residual is ${formatResidual(kickedEnding.residual)}, it is ${apart} of the state's norm from its twin, ${grids}.`;
    case "no-home":
      return `There is no fixed point to come back to: even unkicked it does not settle in ${kicked.length} iterations (residual ${formatResidual(homeEnding.residual)}). The two are ${apart} of the state's norm apart, ${grids}. Choose a trajectory that settles, or lower λ.`;
  }
}

function where(cells: readonly number[] | null, grid: Grid): string {
  if (!cells) return `all ${cellsOf(grid)} cells`;
  return `${cells.length} brushed ${cells.length === 1 ? "cell" : "cells"}`;
}
