import type { Exponent } from "../../../model/analysis/lyapunov";
import type { DivergenceRequest, DivergenceResult } from "../../../model/experiments/divergence";
import type { StabilityRequest, StabilityResult } from "../../../model/experiments/stability";
import { formatResidual, formatSigned, trajectoryNumber } from "../../../viz/format";
import { language } from "../../../words/language";
import { fixed, say } from "../../../words/say";

/** What the leading eigenvalue says of the fixed point, and whether the measured contraction agrees. */
export function describeStability({ origin }: StabilityRequest, result: StabilityResult): string {
  const name = say`trajectory ${trajectoryNumber(origin.trajectory)}`;
  const { eigenvalues, predicted, measured, residual, products } = result;
  const leading = eigenvalues?.[0];
  if (!leading)
    return say`From iteration ${origin.k}, ${name} runs into no fixed point, and eigenvalues are those of a fixed point. The divergence beside shows what it does instead.`;
  const at = `λ = ${origin.recipe.lambda}`;
  const value =
    leading.im === 0
      ? formatSigned(leading.re, 3)
      : `${formatSigned(leading.re, 3)} ± ${fixed(Math.abs(leading.im), 3)} i`;
  const verdict =
    predicted < 1
      ? say`differences shrink to ${fixed(predicted, 3)} of their size each iteration`
      : say`differences grow to ${fixed(predicted, 3)} of their size each iteration: the fixed point repels`;
  const seen = measured === null ? "" : say` Measured after a push: ${fixed(measured, 3)}.`;
  return say`At ${at} the leading eigenvalue is ${value} (uncertain by ${fixed(leading.error, 3)}, after ${products} products): ${verdict}.${seen} Fixed point of ${name} to a residual of ${formatResidual(residual)}.`;
}

/** Where the run is decided, and whether it ends in rest or in chaos. A run that does not come to rest is not decided. */
export function describeDivergence({ origin, neighbours }: DivergenceRequest, result: DivergenceResult): string {
  const { decidedAt, climbFrom, decades, exponent, residuals } = result;
  const rests = (residuals.at(-1) ?? Number.NaN) < origin.recipe.tolerance;
  const factor = (10 ** decades).toLocaleString(language, { maximumSignificantDigits: 2 });
  const begin =
    decidedAt === null || climbFrom === null
      ? say`Nearby states only come nearer from the start.`
      : say`From iteration ${climbFrom} to ${decidedAt} nearby states drift apart by a factor of ${factor} (the bold stretch)${rests ? say`; after that they come nearer, and the outcome is fixed` : ""}.`;
  return say`${begin} ${exponent ? judge(exponent, rests) : say`Too short for an exponent.`} Trajectory ${trajectoryNumber(origin.trajectory)}, ${neighbours} ${neighbours === 1 ? say`neighbour` : say`neighbours`}.`;
}

/** What is written as 0.000 is not distinguished from it. */
const WRITTEN = 5e-4;

/** The sign of the exponent, only where its interval leaves no doubt. `rests`: whether the state does in the end. */
export function judge({ mean, low, high, iterations }: Exponent, rests: boolean): string {
  const numbers = say`${formatSigned(mean, 3)} per iteration (95\u00a0%: ${formatSigned(low, 3)} to ${formatSigned(high, 3)}, over the last ${iterations})`;
  if (low > WRITTEN) return say`The Lyapunov exponent is ${numbers}: chaos.`;
  if (high < -WRITTEN)
    return say`The Lyapunov exponent is ${numbers}: ${rests ? say`it contracts, no chaos` : say`nearby states meet again, so it is no chaos, though it has not come to rest`}.`;
  return say`The Lyapunov exponent is ${numbers}: not distinguishable from 0.`;
}
