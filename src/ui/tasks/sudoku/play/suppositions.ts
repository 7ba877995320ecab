import type { SuppositionsResult } from "../../../../model/experiments/suppositions";
import type { Supposition } from "../../../../model/tasks/task";
import { say } from "../../../../words/say";
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
  const soFar = starts.length < breadth ? say` (so far; ${breadth - starts.length} still running)` : "";
  const yours = digits === 1 ? say`your digit` : say`your ${digits} digits`;
  if (rested.length === 0)
    return say`With ${yours}, none of ${starts.length} starts comes to rest within ${depth} iterations${soFar}. The network finds no grid that it can hold with that.`;
  const grids = new Set(rested.map((start) => start.digits.join(""))).size;
  const kept = rested.filter((start) => start.kept === digits).length;
  const solved = rested.filter(({ solves }) => solves).length;
  const believed = rested.filter(({ q }) => q > 0).length;
  return [
    say`With ${yours}, ${rested.length} of ${starts.length} starts come to rest${soFar}, on ${grids === 1 ? say`one grid` : say`${grids} different grids`}.`,
    kept === rested.length
      ? say`All of them keep ${yours}.`
      : say`Only ${kept} of them ${kept === 1 ? say`keeps` : say`keep`} ${yours}.`,
    say`${believed} ${believed === 1 ? say`believes its` : say`believe their`} grid (q above 0); ${solved} ${solved === 1 ? say`is` : say`are`} valid by the rules.`,
  ].join(" ");
}
