import type { Cost } from "./figures";
import type { Judged } from "./judge";

export const CSV_HEADINGS = "line,puzzle,grid,solved,accepted,settled,cycles,iterations,gflop,residual,q,guesses";

/** A puzzle's line of the CSV: 1 for yes, 0 for no, nothing for unknown. */
export function csvLine({ row, answer, solved }: Judged, cost: Cost): string {
  const iterations = answer.iterations * cost.breadth;
  const gflop = (iterations * cost.flopsPerIteration) / 1e9;
  const flags = [solved, answer.accepted, answer.settled].map(Number);
  const numbers = [gflop, answer.residual, answer.q].map((value) => value.toPrecision(4));
  const { cycles, guesses } = answer;
  return [row.line, row.puzzle, answer.grid, ...flags, cycles, iterations, ...numbers, guesses ?? ""].join(",");
}
