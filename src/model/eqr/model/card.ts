import * as v from "valibot";

/** A JSON number may be written 1e999, which is Infinity. */
const count = v.pipe(v.number(), v.finite("it is not a finite number"), v.minValue(0, "it is negative"));
/** What one browser array can hold, with room to spare for any model that a page would load. */
const MOST_BYTES = 2 ** 31;
/** A whole number from 1 to `most`. */
export const wholeUpTo = (most: number) =>
  v.pipe(
    v.number(),
    v.integer("it is not a whole number"),
    v.minValue(1, "it is below 1"),
    v.maxValue(most, `it is above ${most}`),
  );

const AccuracySchema = v.object({
  /** What the puzzles are, e.g. "minimal puzzles of our generator". */
  set: v.string(),
  /** Pure is the paper's breadth (random starts and noise), nudged is ours (hypotheses). Never one for the other. */
  kind: v.optional(v.picklist(["pure", "nudged"]), "pure"),
  depth: v.number(),
  breadth: v.number(),
  /** How one of the starts is chosen: by smallest residual, largest q, or majority vote. */
  select: v.picklist(["residual", "q", "vote"]),
  lambda: v.number(),
  sigma: v.number(),
  seed: v.optional(v.number(), 1),
  solved: v.number(),
  puzzles: v.number(),
  /** Hypotheses at most in a cycle. */
  nudges: v.optional(v.number()),
  /** Iterations that a puzzle could spend, of all its starts and cycles; left out where depth x breadth was the bound. */
  budget: v.optional(v.number()),
  /** Grids the network believed in, and how many of them were wrong. */
  accepted: v.optional(v.number()),
  wronglyAccepted: v.optional(v.number()),
  settled: v.optional(v.number()),
  wronglySettled: v.optional(v.number()),
  /** What a puzzle cost, adaptive halting counted: mean and 99th percentile. */
  meanGflop: v.optional(v.number()),
  gflop99: v.optional(v.number()),
  /** What measured it, where it was not npm run eval. */
  command: v.optional(v.string()),
});

/** A measurement of a model on a set of puzzles. */
export type Accuracy = v.InferOutput<typeof AccuracySchema>;

/** The card beside the weights: what the model is, how it came about and what was measured of it. */
export const ModelCardSchema = v.object({
  name: v.string(),
  title: v.string(),
  description: v.string(),
  /** What it solves (tasks/index.ts) and what it is (maps/index.ts); a card without them means the first of each. */
  task: v.optional(v.string()),
  map: v.optional(v.string()),
  /** Sizes of the map, which checks them. */
  config: v.record(v.string(), v.number()),
  parameters: count,
  /** Layers that an iteration is, written out as a feed-forward network; the map gives it, and a card must agree. */
  layersPerIteration: v.optional(count),
  /** Floating-point operations of one iteration of one trajectory (a multiply-add counts two). */
  flopsPerIteration: count,
  weights: v.object({ file: v.string(), bytes: wholeUpTo(MOST_BYTES), sha256: v.string() }),
  training: v.object({
    data: v.string(),
    steps: v.number(),
    seed: v.number(),
    minutes: v.number(),
    hardware: v.string(),
    command: v.string(),
  }),
  accuracy: v.array(AccuracySchema),
  /** File beside the card with the share solved over depth x breadth (evaluate/scalingFile.ts); left out where it was not measured. */
  scaling: v.optional(v.string()),
  limits: v.array(v.string()),
});

export type ModelCard = v.InferOutput<typeof ModelCardSchema>;
