import { type Share, wilson } from "../../../model/analysis/wilson";
import { breadthKind } from "../../../model/eqr/recipe/presets";
import type { Figures } from "../../../model/evaluate/figures";
import { formatPercent } from "../../../viz/format";
import { counted, say } from "../../../words/say";
import { spokenSeconds } from "../../experiments/cost";
import type { Trial } from "./store";

/** A share as a person reads it: "54 of 60 = 90 % (95 % interval: 80 to 95 %)". */
function describeShare({ count, n, share, low, high }: Share): string {
  if (n === 0) return say`none yet`;
  const bound = (value: number) => Math.round(value * 100);
  return say`${count} of ${n} = ${formatPercent(share)} (95 % interval: ${bound(low)} to ${bound(high)} %)`;
}

/** How far a trial is, and how long the rest will take at this pace. */
export function describeProgress({ tasks, judged, worked, status }: Trial): string {
  const [done, all] = [judged.length, tasks.length];
  const head = say`${done} of ${all} puzzles answered`;
  if (status === "paused") return say`${head}, paused`;
  if (status !== "running" || done === 0) return head;
  return say`${head}, ${spokenSeconds(((worked / done) * (all - done)) / 1000)} left`;
}

/** Of another model's iterations the cost is not known. */
function gflopWords(gflop: number): string {
  return Number.isNaN(gflop) ? "" : say` (${gflop.toPrecision(2)} GFLOP)`;
}

/** What came out, in a few sentences. */
export function describeResult(figures: Figures, { request, status }: Trial): string[] {
  const { puzzles, solved, accepted, wronglyAccepted, settled, wronglySettled } = figures;
  if (puzzles === 0) return [];
  const kind = breadthKind(request.recipe);
  const right = (what: string, n: number, wrong: number) =>
    n === 0
      ? []
      : [say`Of ${n} ${what}, ${wrong === 0 ? say`none is` : wrong === 1 ? say`1 is` : say`${wrong} are`} wrong.`];
  return [
    say`${kind === "pure" ? say`Pure` : say`Nudged`} breadth solves ${describeShare(wilson(solved, puzzles))}${status === "running" ? say` so far (slow puzzles are still running)` : ""}.`,
    ...right(say`accepted grids`, accepted, wronglyAccepted),
    // An accepted state is at rest: nudged, these are the same.
    ...(kind === "pure" ? right(say`settled states`, settled, wronglySettled) : []),
    say`A puzzle costs ${counted(Math.round(figures.meanIterations))} iterations on average${gflopWords(figures.meanGflop)}, 99 % of them at most ${counted(figures.iterations99)}.`,
  ];
}
