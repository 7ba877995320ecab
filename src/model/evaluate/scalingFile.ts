import * as v from "valibot";
import type { GridCell } from "../analysis/depthBreadth";
import { wilson } from "../analysis/wilson";
import type { ScalingAnswer } from "./scaling";

const whole = (least: number) => v.pipe(v.number(), v.integer("it is not a whole number"), v.minValue(least));
const scale = v.pipe(
  v.array(whole(1)),
  v.minLength(1),
  v.check((values) => values.every((value, i) => i === 0 || value > (values[i - 1] ?? 0)), "it does not rise"),
);

/** NAME.scaling.json beside the weights, named on their card: share solved over depth x breadth, as `npm run eval` measured it. */
export const ScalingFileSchema = v.pipe(
  v.object({
    model: v.string(),
    /** Of the weights that it was measured with. */
    sha256: v.string(),
    /** What the puzzles are, for a person. */
    set: v.string(),
    /** Which puzzles of their file, counted from 1, and the hash of their texts. */
    rows: v.object({ from: whole(1), to: whole(1), sha256: v.string() }),
    lambda: v.number(),
    sigma: v.number(),
    seed: v.number(),
    tolerance: v.number(),
    /** How one of the starts is chosen. */
    select: v.literal("residual"),
    /** Cells of at most so many iterations per puzzle, depth x breadth, are measured. */
    budget: whole(1),
    depths: scale,
    breadths: scale,
    puzzles: whole(0),
    /** [breadths][measured depths] puzzles solved; the depths of a breadth that are missing were not measured. */
    solved: v.array(v.array(whole(0))),
    /** Iterations made, of all starts of all puzzles. */
    iterations: whole(0),
    /** Rows that are still to be measured; left out once there are none. */
    pending: v.optional(v.array(whole(1))),
    date: v.pipe(v.string(), v.isoDate("it is not a date like 2026-01-31")),
    command: v.string(),
  }),
  v.check(({ solved, breadths }) => solved.length === breadths.length, "solved and breadths differ in length"),
  v.check(
    ({ solved, depths }) => solved.every((row) => row.length >= 1 && row.length <= depths.length),
    "a breadth has no depth, or more depths than there are",
  ),
  v.check(({ solved, puzzles }) => solved.flat().every((count) => count <= puzzles), "more are solved than there are"),
);

export type ScalingFile = v.InferOutput<typeof ScalingFileSchema>;

/** All cells, breadth by breadth, each with its 95 % Wilson interval; those that were not measured are of no cases. */
export function scalingGrid({ solved, breadths, depths, puzzles }: ScalingFile): GridCell[] {
  return breadths.flatMap((breadth, i) =>
    depths.map((depth, j) => {
      const count = solved[i]?.[j];
      return { breadth, depth, ...(count === undefined ? wilson(0, 0) : wilson(count, puzzles)) };
    }),
  );
}

/** The file with one more puzzle: that of a pending row. */
export function addAnswer(file: ScalingFile, row: number, answer: ScalingAnswer): ScalingFile {
  const { pending: before = [], ...rest } = file;
  if (!before.includes(row)) throw new RangeError(`Row ${row} is not among the pending ones.`);
  const pending = before.filter((one) => one !== row);
  return {
    ...rest,
    puzzles: file.puzzles + 1,
    solved: file.solved.map((counts, i) => counts.map((count, j) => count + (answer.solved[i]?.[j] ? 1 : 0))),
    iterations: file.iterations + answer.iterations,
    ...(pending.length > 0 && { pending }),
  };
}

const CAUSES = [
  "model",
  "sha256",
  "rows",
  "lambda",
  "sigma",
  "seed",
  "tolerance",
  "budget",
  "depths",
  "breadths",
] as const satisfies readonly (keyof ScalingFile)[];

/** The first thing in which a measurement differs from the one that is asked for; null where it can be continued. */
export function differenceOf(found: ScalingFile, asked: ScalingFile): (typeof CAUSES)[number] | null {
  return CAUSES.find((cause) => JSON.stringify(found[cause]) !== JSON.stringify(asked[cause])) ?? null;
}

/** The measurement as a table in Markdown, depth down and breadth across, and a sentence on what it shows. */
export function scalingLines(file: ScalingFile): string[] {
  const { breadths, depths, solved, puzzles } = file;
  const cell = (count: number | undefined) =>
    count === undefined ? "–" : `${count} (${((100 * count) / puzzles).toFixed(1)} %)`;
  const half = wilson(Math.floor(puzzles / 2), puzzles);
  return [
    `Solved of ${puzzles} by the start of smallest residual, ${file.set}; λ ${file.lambda}, σ ${file.sigma}; cells of at most ${file.budget} iterations per puzzle. 95 % intervals (Wilson): at most ±${((half.high - half.low) * 50).toFixed(1)} points.`,
    "",
    `| depth | ${breadths.map((breadth) => `breadth ${breadth}`).join(" | ")} |`,
    `|---|${breadths.map(() => "---|").join("")}`,
    ...depths.map((depth, j) => `| ${depth} | ${solved.map((row) => cell(row[j])).join(" | ")} |`),
  ];
}
