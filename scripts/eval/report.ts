import { NUDGE } from "../../src/model/eqr/nudge";
import { BREADTH_KINDS, breadthKind } from "../../src/model/eqr/presets";
import type { Recipe } from "../../src/model/eqr/recipe";
import type { Options } from "./options";
import type { Task } from "./readPuzzles";
import type { Answer } from "./search";

/** An answer and whether it is right. */
export interface Judged {
  readonly task: Task;
  readonly answer: Answer;
  readonly solved: boolean;
}

/** What an iteration of one start costs, and how many starts a puzzle has. */
export interface Cost {
  readonly breadth: number;
  readonly flopsPerIteration: number;
}

export interface Figures {
  readonly puzzles: number;
  readonly solved: number;
  readonly accuracy: number;
  /** Grids the network believed in, and how many of them are wrong. */
  readonly accepted: number;
  readonly wronglyAccepted: number;
  readonly settled: number;
  readonly wronglySettled: number;
  /** Iterations a puzzle, all starts and cycles together, up to where it ended by itself. */
  readonly meanIterations: number;
  readonly iterations99: number;
  readonly meanGflop: number;
  readonly gflop99: number;
  readonly meanCycles: number;
  /** Iterations in all. */
  readonly iterations: number;
}

export function figuresOf(judged: readonly Judged[], cost: Cost): Figures {
  const count = (test: (one: Judged) => boolean) => judged.filter(test).length;
  const iterations = judged.map(({ answer }) => answer.iterations * cost.breadth);
  const total = sum(iterations);
  const [mean, high] = [total / judged.length, percentile(iterations, 0.99)];
  const gflop = cost.flopsPerIteration / 1e9;
  const solved = count((one) => one.solved);
  return {
    puzzles: judged.length,
    solved,
    accuracy: solved / judged.length,
    accepted: count(({ answer }) => answer.accepted),
    wronglyAccepted: count((one) => one.answer.accepted && !one.solved),
    settled: count(({ answer }) => answer.settled),
    wronglySettled: count((one) => one.answer.settled && !one.solved),
    meanIterations: mean,
    iterations99: high,
    meanGflop: mean * gflop,
    gflop99: high * gflop,
    meanCycles: sum(judged.map(({ answer }) => answer.cycles)) / judged.length,
    iterations: total,
  };
}

/** The smallest value that at least this share of all does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const CSV_HEADINGS = "line,puzzle,grid,solved,accepted,settled,cycles,iterations,gflop,residual,q";

/** A puzzle's line of the CSV; 1 stands for yes, 0 for no. */
export function csvLine({ task, answer, solved }: Judged, cost: Cost): string {
  const iterations = answer.iterations * cost.breadth;
  const gflop = (iterations * cost.flopsPerIteration) / 1e9;
  const flags = [solved, answer.accepted, answer.settled].map(Number);
  const numbers = [gflop, answer.residual, answer.q].map((value) => value.toPrecision(4));
  return [task.line, task.puzzle, answer.grid, ...flags, answer.cycles, iterations, ...numbers].join(",");
}

/** What was asked for, as lines to read and as values; the kind of breadth is always said. */
export function settingsOf(recipe: Recipe, { preset, select }: Pick<Options, "preset" | "select">) {
  const { model, depth, breadth, lambda, sigma, nudges, seed, tolerance } = recipe;
  const kind = breadthKind(recipe);
  const values = { preset, kind, model, depth, breadth, lambda, sigma, nudges, seed, tolerance, select };
  const { preset: _, kind: __, ...rest } = values;
  const list = Object.entries(rest).map(([name, value]) => `${name} ${value}`);
  return { values, lines: [`preset ${preset ?? "none"}, ${kind} breadth: ${BREADTH_KINDS[kind]}`, list.join(", ")] };
}

/** The figures in sentences. */
export function summaryLines(figures: Figures, recipe: Recipe, seconds: number): string[] {
  const { accepted, wronglyAccepted, settled, wronglySettled, puzzles } = figures;
  const nudged = breadthKind(recipe) === "nudged";
  const believed = `accepted ${accepted} of ${puzzles} (${nudged ? "after a release" : "q"} above ${NUDGE.accept}), ${wronglyAccepted} of them wrong`;
  const rested = nudged ? "" : `; settled ${settled} of ${puzzles}, ${wronglySettled} of them wrong`;
  const cycles = nudged ? ` in ${figures.meanCycles.toFixed(1)} cycles on average` : "";
  const each = (figures.iterations / puzzles / recipe.breadth).toFixed(1);
  return [
    believed + rested,
    `a puzzle${cycles}: iterations mean ${figures.meanIterations.toFixed(1)}, 99th percentile ${figures.iterations99}; GFLOP mean ${figures.meanGflop.toFixed(2)}, 99th percentile ${figures.gflop99.toFixed(2)}`,
    `${each} iterations a start on average, ${figures.iterations} in all, ${seconds.toFixed(1)} s`,
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
