import type { SuppositionsResult } from "../../../../model/experiments/suppositions";
import type { Supposition } from "../../../../model/tasks/task";
import type { Work } from "./work";

/** The person's digits as suppositions; clues are none. */
export function suppositionsOf({ digits }: Work): readonly Supposition[] {
  return [...digits].flatMap((value, cell) => (value === 0 ? [] : [{ cell, value }]));
}

/** What came of a run with a person's digits, without giving the grid away. */
export function suppositionsText(
  { starts }: SuppositionsResult,
  { digits, breadth, depth }: { readonly digits: number; readonly breadth: number; readonly depth: number },
): string {
  const rested = starts.filter(({ settledAt }) => settledAt !== null);
  const soFar = starts.length < breadth ? ` (so far; ${breadth - starts.length} still running)` : "";
  const yours = digits === 1 ? "your digit" : `your ${digits} digits`;
  if (rested.length === 0)
    return `With ${yours}, none of ${starts.length} starts comes to rest within ${depth} iterations${soFar}. The network finds no grid that it can hold with that.`;
  const grids = new Set(rested.map((start) => start.digits.join(""))).size;
  const kept = rested.filter((start) => start.kept === digits).length;
  const solved = rested.filter(({ solves }) => solves).length;
  const believed = rested.filter(({ q }) => q > 0).length;
  return [
    `With ${yours}, ${rested.length} of ${starts.length} starts come to rest${soFar}, on ${grids === 1 ? "one grid" : `${grids} different grids`}.`,
    kept === rested.length
      ? `All of them keep ${yours}.`
      : `Only ${kept} of them ${kept === 1 ? "keeps" : "keep"} ${yours}.`,
    `${believed} ${believed === 1 ? "believes its" : "believe their"} grid (q above 0); ${solved} ${solved === 1 ? "is" : "are"} valid by the rules.`,
  ].join(" ");
}
