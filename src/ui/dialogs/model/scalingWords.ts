import type { ScalingFile } from "../../../model/evaluate/scalingFile";
import { formatCount } from "../../../viz/format";
import { say } from "../../../words/say";

/** What the figure is of, and what the paper says of its own network. */
export function scalingSentences({ set, puzzles, pending = [], lambda, sigma, budget, date }: ScalingFile): string[] {
  const all = puzzles + pending.length;
  const n = pending.length > 0 ? say`the first ${puzzles} measured of ${all} puzzles` : say`n = ${puzzles} puzzles`;
  return [
    say`Measured on ${date}: ${set}, ${n}, pure breadth, the start of smallest residual; λ ${lambda}, σ ${sigma}. Cells of more than ${formatCount(budget)} iterations per puzzle were not measured (dashed).`,
    say`The paper reports 2.6 % feed-forward and 99.8 % with depth and breadth: its own network, on its own test set.`,
  ];
}

/** The command whose file the figure is drawn from. */
export function scalingCommand(model: string): string {
  return `npm run eval -- --puzzles FILE --model ${model} --scaling ${model}.scaling.json`;
}
