import type { PathResult } from "../../../model/experiments/pathIndependence";

/** What the starts and their neighbours say about path independence, in sentences. */
export function describePaths({ alignment, same, pairs, ends }: PathResult): string {
  if (!alignment) return "";
  const score = `Alignment ${digits(alignment.mean)} (${digits(alignment.low)}–${digits(alignment.high)}) over ${alignment.n} starts`;
  const settled = ends.filter(({ kind }) => kind === "settled").length;
  const groups = new Set(ends.filter(({ group }) => group >= 0).map(({ group }) => group)).size;
  const states =
    groups === 0 ? "none settled" : `${settled} settled, on ${groups === 1 ? "one state" : `${groups} states`}`;
  const share =
    same.n > 0
      ? ` ${same.count} of ${same.n} pairs ended in the same state (${Math.round(100 * same.low)}–${Math.round(100 * same.high)} %).`
      : "";
  const parted = pairs.filter((pair) => pair.near && !pair.same).map(({ start }) => start);
  const nearest =
    parted.length > 0
      ? ` The nearest neighbours that parted, or did not settle, began ${Math.min(...parted).toPrecision(2)} apart.`
      : pairs.some(({ near }) => near)
        ? " No neighbours parted."
        : "";
  return `${score}; ${states}.${share}${nearest}`;
}

function digits(value: number): string {
  return value.toFixed(3);
}
