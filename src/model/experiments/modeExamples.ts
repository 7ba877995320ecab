import * as v from "valibot";
import { problemOf } from "../tasks";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

function isReadable(puzzle: string): boolean {
  try {
    return problemOf({ puzzle }).text.length > 0;
  } catch {
    return false;
  }
}

const ExampleSchema = v.object({
  puzzle: v.pipe(v.string(), v.check(isReadable)),
  name: v.string(),
  correct: count,
  spurious: count,
  /** Whether a state begun at the solution stays on it. */
  solutionHolds: v.boolean(),
});

/**
 * NAME.modes.json beside the weights: for each mode of a landscape a puzzle that was measured to show it with these weights,
 * or null where none of those looked at did. Written by `npm run modes`.
 */
export const ModeExamplesSchema = v.object({
  /** Of the weights that it was measured with. */
  sha256: v.string(),
  /** Puzzles looked at, starts of each, and how they were run. */
  puzzles: count,
  starts: count,
  depth: count,
  lambda: v.number(),
  seed: count,
  examples: v.object({
    absent: v.nullable(ExampleSchema),
    together: v.nullable(ExampleSchema),
    narrow: v.nullable(ExampleSchema),
    broad: v.nullable(ExampleSchema),
  }),
});

export type ModeExample = v.InferOutput<typeof ExampleSchema>;
export type ModeExamples = v.InferOutput<typeof ModeExamplesSchema>;
