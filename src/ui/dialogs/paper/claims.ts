import { FIELDS } from "../../../model/eqr/recipe/recipe";
import { formatCount, formatFlop } from "../../../viz/format";
import { local, say } from "../../../words/say";
import { applicationsOf, PAPER_STEP } from "./conversion";
import {
  deepest,
  feedForwardShares,
  type Measured,
  meanIterations,
  rightAmongSettled,
  type Shipped,
  solvedShares,
} from "./measured";

/** A claim of the paper beside what was measured here. */
export interface Claim {
  readonly name: string;
  /** What the paper says, in our words. */
  readonly paper: string;
  readonly measured: readonly Measured[];
  /** Said where nothing was measured: what would measure it, or where it can be seen. */
  readonly unmeasured: string;
  /** How ours differs, or falls short. */
  readonly differs: string;
}

/** The claims of the paper, each with the figures of the shipped models. Only pure breadth: nudged runs are ours. */
export function claimsOf(shipped: readonly Shipped[]): Claim[] {
  const sizes = shipped.map(({ card }) => say`${card.title} has ${formatCount(card.parameters)} weights`).join(", ");
  const costs = shipped.map(({ card }) => `${card.title} ${formatFlop(card.flopsPerIteration)}`).join(", ");
  return [
    {
      name: say`Without iterating, nearly nothing is solved`,
      paper: say`A feed-forward network solves 2.6 % of Sudoku-Extreme.`,
      measured: feedForwardShares(shipped),
      unmeasured: say`Not measured on Sudoku-Extreme yet: npm run eval -- --puzzles FILE --scaling OUT.json does. For one puzzle, see the view Depth × breadth.`,
      differs: say`Here it is the same network stopped after one iteration, not one that was trained to be feed-forward.`,
    },
    {
      name: say`Depth and breadth solve nearly everything`,
      paper: say`Depth 64 and 128 starts solve 99.79 % of Sudoku-Extreme, chosen by the smallest change; 99.60 % by a majority vote.`,
      measured: solvedShares(shipped),
      unmeasured: say`Not measured.`,
      differs: say`Ours falls short of it: much smaller networks (${sizes}), fewer starts, and rows of the published train split that were held back from training, not the test set. A majority vote was not measured (--select vote does).`,
    },
    {
      name: say`Rest selects, without a verifier`,
      paper: say`The start whose output changes least over the last steps is right nearly as often as any start is: 99.79 % against 99.80 %.`,
      measured: rightAmongSettled(shipped),
      unmeasured: say`Not on the cards.`,
      differs: say`Here the residual of the whole state is judged, and among states at rest the halting logit q decides. Shown is how often a state at rest is right, which is a stricter question. Where a puzzle has many solutions, some states rest undecided.`,
    },
    {
      name: say`Compute follows the puzzle`,
      paper: say`Easy puzzles converge in 1 to 5 steps, that is in ${applicationsOf(1)} to ${applicationsOf(5)} applications of f; hard ones take many more.`,
      measured: meanIterations(shipped),
      unmeasured: say`Not on the cards.`,
      differs: say`A step of the paper is ${PAPER_STEP.applications} applications of f, an iteration here is one. Means count puzzles that were never solved up to the full depth.`,
    },
    {
      name: say`Very deep networks, with shared weights`,
      paper: say`Written out, the deepest runs are some 40,000 layers: a step is ${PAPER_STEP.layers}.`,
      measured: deepest(shipped),
      unmeasured: say`Not on the cards.`,
      differs: say`The page runs up to ${formatCount(FIELDS.depth.max)} iterations; the shares above were measured at less.`,
    },
    {
      name: say`The start does not matter`,
      paper: say`Training shapes a landscape in which random starts run into one attractor, the solution's.`,
      measured: [],
      unmeasured: say`Measured for each puzzle on the page, with n and interval: Paths (the mean cosine of where starts end) and Landscape (the share of starts that each fixed point attracts). npm run modes measures the shipped examples.`,
      differs: say`With several solutions there are several attractors, and the starts divide among them.`,
    },
    {
      name: say`Work of a step`,
      paper: say`${local(PAPER_STEP.gflop)} GFLOP per step, so ${local((PAPER_STEP.gflop / PAPER_STEP.applications).toFixed(2))} GFLOP per application of f.`,
      measured: [],
      unmeasured: say`Counted from the sizes of the shipped models, per iteration: ${costs}.`,
      differs: say`The map differs too: ours is relational, each weight shared by all candidates, and knows which cells share a row, a column or a box.`,
    },
    {
      name: say`Other tasks`,
      paper: say`The same method is shown on mazes with one shortest path.`,
      measured: [],
      unmeasured: say`Not here: this page ships no network for mazes.`,
      differs: say`Task and map can be exchanged; docs/adding.md says how.`,
    },
  ];
}
