import type { PathResult } from "../../../model/experiments/pathIndependence";
import { fixed, say } from "../../../words/say";

/** What the starts and their neighbours say about path independence, in sentences. */
export function describePaths({ alignment, same, pairs, ends }: PathResult): string {
  if (!alignment) return "";
  const score = say`Alignment ${digits(alignment.mean)} (${digits(alignment.low)}–${digits(alignment.high)}) over ${alignment.n} starts`;
  const settled = ends.filter(({ kind }) => kind === "settled").length;
  const groups = new Set(ends.filter(({ group }) => group >= 0).map(({ group }) => group)).size;
  const states =
    groups === 0
      ? say`none settled`
      : say`${settled} settled, on ${groups === 1 ? say`one state` : say`${groups} states`}`;
  const share =
    same.n > 0
      ? say` ${same.count} of ${same.n} pairs ended in the same state (${Math.round(100 * same.low)}–${Math.round(100 * same.high)} %).`
      : "";
  const parted = pairs.filter((pair) => pair.near && !pair.same).map(({ start }) => start);
  const nearest =
    parted.length > 0
      ? say` The nearest neighbours that parted, or did not settle, began ${Math.min(...parted).toPrecision(2)} apart.`
      : pairs.some(({ near }) => near)
        ? say` No neighbours parted.`
        : "";
  return `${score}; ${states}.${share}${nearest}`;
}

function digits(value: number): string {
  return fixed(value, 3);
}
