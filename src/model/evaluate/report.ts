import { scalesOf } from "../analysis/scales";
import type { Share } from "../analysis/wilson";
import { NUDGE } from "../eqr/nudges/nudge";
import { BREADTH_KINDS, breadthKind, type PresetName } from "../eqr/recipe/presets";
import type { Recipe } from "../eqr/recipe/recipe";
import type { Select } from "../eqr/recipe/selection";
import { type Curve, curvesOf } from "./curves";
import { type Cost, type Figures, figuresOf, sharesOf } from "./figures";
import type { Judged } from "./judge";

/** What was asked for, as lines to read and as values; the kind of breadth is always among them. */
export function settingsOf(recipe: Recipe, preset: PresetName | null, select: Select) {
  const { model, depth, breadth, lambda, sigma, noisyFor, period, nudges, seed, tolerance } = recipe;
  const kind = breadthKind(recipe);
  const numbers = { model, depth, breadth, lambda, sigma, noisyFor, period, nudges, seed, tolerance };
  const values = { preset, kind, ...numbers, select };
  const { preset: _, kind: __, ...rest } = values;
  const list = Object.entries(rest).map(([name, value]) => `${name} ${value}`);
  return { values, lines: [`preset ${preset ?? "none"}, ${kind} breadth: ${BREADTH_KINDS[kind]}`, list.join(", ")] };
}

/** All that came out, as a value for JSON: figures, shares with their intervals, and accuracy by depth and breadth. */
export function reportOf(judged: readonly Judged[], recipe: Recipe, cost: Cost) {
  const figures = figuresOf(judged, cost);
  const scales = scalesOf(recipe);
  const curves = curvesOf(judged, scales).map(({ breadth, shares }) => ({
    breadth,
    solved: shares.map(({ count }) => count),
  }));
  return { ...figures, shares: sharesOf(figures), depths: scales.depths, curves };
}

/** The figures in sentences. */
export function summaryLines(figures: Figures, recipe: Recipe, seconds: number): string[] {
  const { accepted, wronglyAccepted, settled, wronglySettled, puzzles } = figures;
  const nudged = breadthKind(recipe) === "nudged";
  const believed = `accepted ${accepted} of ${puzzles} (${nudged ? "at rest after a release, q" : "q"} above ${NUDGE.accept}), ${wronglyAccepted} of them wrong`;
  const rested = nudged ? "" : `; settled ${settled} of ${puzzles}, ${wronglySettled} of them wrong`;
  const cycles = nudged ? ` in ${figures.meanCycles.toFixed(1)} cycles on average` : "";
  const each = (figures.iterations / puzzles / recipe.breadth).toFixed(1);
  return [
    believed + rested,
    `per puzzle${cycles}: iterations mean ${figures.meanIterations.toFixed(1)}, 99th percentile ${figures.iterations99}; GFLOP mean ${figures.meanGflop.toFixed(2)}, 99th percentile ${figures.gflop99.toFixed(2)}`,
    `${each} iterations per start on average, ${figures.iterations} in all, ${seconds.toFixed(1)} s`,
  ];
}

/** The shares in sentences, each with its 95 % Wilson interval; without those of which there are no cases. */
export function shareLines(figures: Figures, { tolerance }: Recipe): string[] {
  const { solved, acceptedRight, settledRight, solvedSettled } = sharesOf(figures);
  const line = (name: string, share: Share) => (share.n === 0 ? [] : [`${name} ${inWords(share)}`]);
  return [
    ...line("solved:", solved),
    ...line("right among accepted:", acceptedRight),
    ...line("right among settled:", settledRight),
    ...line(
      `settled (residual below ${tolerance}) among solved:`,
      figures.settled === 0 ? { ...solvedSettled, n: 0 } : solvedSettled,
    ),
  ];
}

function inWords({ count, n, share, low, high }: Share): string {
  return `${count} of ${n} = ${share.toFixed(4)} (95 % interval ${low.toFixed(4)} to ${high.toFixed(4)})`;
}

/** Accuracy by depth (down) and breadth (across), as lines of a table. */
export function curveLines(curves: readonly Curve[], depths: readonly number[]): string[] {
  const row = (head: string, cells: readonly string[]) => head.padStart(8) + cells.map((c) => c.padStart(9)).join("");
  return [
    "accuracy by depth, for the first 1, 2, 4, ... starts (breadth):",
    row(
      "depth",
      curves.map(({ breadth }) => `B=${breadth}`),
    ),
    ...depths.map((depth, i) =>
      row(
        String(depth),
        curves.map(({ shares }) => shares[i]?.share.toFixed(4) ?? ""),
      ),
    ),
  ];
}
