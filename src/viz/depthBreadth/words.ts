import type { GridCell } from "../../model/analysis/depthBreadth";
import type { Share } from "../../model/analysis/wilson";
import { language } from "../../words/language";
import { say } from "../../words/say";
import { formatCount, formatPercent } from "../format";

/** What the shares are of. */
export type CaseWord = "groups of starts" | "puzzles";

/** "7 of 8, 88 % (95 % interval 53–98 %)". */
export function shareWords(cell: GridCell): string {
  const { count, n, share } = cell;
  if (n === 0) return say`not measured`;
  return say`${count} of ${n}, ${formatPercent(share)} (95 % interval ${intervalText(cell)})`;
}

/** The bounds of a share: "53–98 %". */
export function intervalText({ low, high }: Share): string {
  return `${Math.round(100 * low)}–${formatPercent(high)}`;
}

/** A cell in a sentence; with the layers of an iteration, its depth in layers too. */
export function cellSentence(
  cell: GridCell,
  cases: CaseWord,
  flopsPerIteration: number,
  layersPerIteration?: number,
): string {
  const cost = formatGflop((cell.depth * cell.breadth * flopsPerIteration) / 1e9);
  const layers = layersPerIteration === undefined ? "" : say` (${formatCount(cell.depth * layersPerIteration)} layers)`;
  const baseline = cell.depth === 1 ? say`, feed-forward` : "";
  const what = cell.n === 0 ? say`not measured` : rightIn(cell, cases);
  return say`Depth ${formatCount(cell.depth)}${layers}${baseline} × breadth ${cell.breadth}: ${what}; ${cost} each.`;
}

function rightIn(cell: GridCell, cases: CaseWord): string {
  const { count, n } = cell;
  const share = say`${formatPercent(cell.share)} (95 % interval ${intervalText(cell)})`;
  return cases === "puzzles"
    ? say`right in ${count} of ${n} puzzles, ${share}`
    : say`right in ${count} of ${n} groups of starts, ${share}`;
}

/** Two significant digits, no exponent: "0.016 GFLOP", "4.0 GFLOP", "130 GFLOP". */
export function formatGflop(gflop: number): string {
  return say`${Number(gflop.toPrecision(2)).toLocaleString(language, { maximumSignificantDigits: 2 })} GFLOP`;
}
