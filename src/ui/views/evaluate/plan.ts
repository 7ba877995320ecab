import { PRESETS, type Preset } from "../../../model/eqr/recipe/presets";
import type { NumericField, Recipe } from "../../../model/eqr/recipe/recipe";
import type { Select } from "../../../model/eqr/recipe/selection";
import { say } from "../../../words/say";
import type { PuzzleLines } from "../../tasks/view";
import type { Plan } from "./setup";

/** Puzzles to evaluate, as they were read from a file. */
export interface PuzzleSet extends PuzzleLines {
  readonly name: string;
}

export const PLANS: readonly { readonly value: Plan; readonly text: string; readonly tip: string }[] = [
  {
    value: "page",
    text: say`as set`,
    tip: say`Depth, breadth, step size, noise, nudges, seed and rule as they are set on this page`,
  },
  {
    value: "pure",
    text: say`pure`,
    tip: say`The paper's dynamics: 32 random starts, no noise, depth 256, the smallest residual`,
  },
  {
    value: "deep",
    text: say`deep`,
    tip: say`The paper's dynamics with annealed noise: 16 random starts, until the first settles or to depth 4,096. A puzzle of which none settles costs 65,536 iterations`,
  },
  {
    value: "extreme",
    text: say`extreme`,
    tip: say`One start with nudges and noise, until the network accepts a state: for hard puzzles`,
  },
];

/** The recipe of a plan; `base` has the defaults, the model and an empty puzzle of the task. */
export function planOf(
  plan: Plan,
  base: Recipe,
  fields: Readonly<Record<NumericField, number>>,
  rule: Select,
): { readonly recipe: Recipe; readonly select: Select } {
  if (plan === "page") {
    const recipe = { ...base, ...fields };
    // A nudged search ends with its first acceptance: there is no vote.
    return { recipe, select: recipe.nudges > 0 && rule === "vote" ? "q" : rule };
  }
  const { fields: preset, select, budget }: Preset = PRESETS[plan];
  const recipe = { ...base, ...preset, seed: fields.seed };
  // The budget, not the depth that a run on the page may have: the figures of the model are given for it.
  return { recipe: budget === null ? recipe : { ...recipe, depth: Math.floor(budget / recipe.breadth) }, select };
}

/** The puzzles of a file as a set. Throws an Error that says why there is none. */
export function setOf(name: string, read: PuzzleLines): PuzzleSet {
  if (read.tasks.length === 0) {
    const [why = say`It is empty, or has comments, headings or solutions alone.`] = read.malformed;
    throw new Error(say`${name} holds no puzzle to evaluate. ${why}`);
  }
  return { name, ...read };
}
