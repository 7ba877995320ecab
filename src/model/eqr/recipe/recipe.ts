import { problemOf } from "../../tasks";
import { type NoiseSchedule, sameNoise } from "./schedule";
import { areTerms, sameTerms, TERM_LIMITS, type Term } from "./terms";

/**
 * The recipe: the whole cause of a run. Two equal recipes give the same run, up to floating-point rounding.
 *
 *   z' = (1 - lambda) z + lambda f(z, x) + sigma eps      (arXiv 2605.21488)
 */
export interface Recipe extends NoiseSchedule {
  /** Name of the task; absent means DEFAULT_TASK (tasks/index.ts). */
  readonly task?: string;
  /** The problem in the canonical text of its task; of a Sudoku 81 characters, '1'-'9' or '.', row by row. */
  readonly puzzle: string;
  /** Name of a shipped model, see public/weights/index.json. */
  readonly model: string;
  /** Key of the noise: the starts z_0 and the path noise follow from it. */
  readonly seed: number;
  /** Iterations at most. */
  readonly depth: number;
  /** Number of random starts, run side by side. */
  readonly breadth: number;
  /** Step size: the share of f in the next state. */
  readonly lambda: number;
  /** Hypotheses at most in one cycle of a trajectory (nudge.ts), or 0 for the paper's pure dynamics. */
  readonly nudges: number;
  /** Residual below which a trajectory counts as settled. */
  readonly tolerance: number;
  /** Where the first trajectory starts, as a sum of states that the recipe names; none, and it has its Gaussian start. */
  readonly start?: readonly Term[];
  /** What lets a trajectory rest: an index into HALT_BY. */
  readonly haltBy: number;
  /** Iterations at rest after which a trajectory halts, or 0: then it runs to the depth. */
  readonly haltRun: number;
  /** Halted trajectories after which the run stops, or 0 for all of them. */
  readonly stopCount: number;
  /** Iterations that all trajectories together may spend, or 0 for as many as they need. */
  readonly budget: number;
}

/** By what a trajectory comes to rest: its residual stays below the tolerance, or its halting logit q above 0. */
export const HALT_BY = ["residual", "q"] as const;

export type NumericField = Exclude<keyof Recipe, "task" | "puzzle" | "model" | "start">;

export interface FieldSpec {
  readonly label: string;
  /** The symbol of the paper, where it has one. */
  readonly symbol: string;
  /** Its parameter in a link. Links outlive versions: it never changes. */
  readonly link: string;
  /** What it decides: the states a trajectory goes through, when one counts as at rest and halts, or how much is run. */
  readonly governs: "states" | "rest" | "extent";
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly integer: boolean;
  /** How a slider should move: by equal steps or by equal factors. */
  readonly scale: "linear" | "log";
  /** One line: what it is and what more of it does. */
  readonly meaning: string;
}

export const FIELDS: Readonly<Record<NumericField, FieldSpec>> = {
  depth: {
    label: "Depth",
    symbol: "K",
    link: "d",
    governs: "extent",
    min: 1,
    max: 4096,
    default: 128,
    integer: true,
    scale: "log",
    meaning: "Iterations at most. Easy puzzles settle in a few dozen, hard ones may need thousands.",
  },
  breadth: {
    label: "Breadth",
    symbol: "B",
    link: "b",
    governs: "extent",
    min: 1,
    max: 1024,
    default: 12,
    integer: true,
    scale: "log",
    meaning: "Random starts run side by side. More starts, more chances that one falls into the right basin.",
  },
  lambda: {
    label: "Step size",
    symbol: "λ",
    link: "l",
    governs: "states",
    min: 0.05,
    max: 1.6,
    default: 0.7,
    integer: false,
    scale: "linear",
    meaning:
      "How much of each new state comes from the network; larger is less damped. If λ is too large, a solved state enters a 2-cycle (measured: between 1.2 and 1.3).",
  },
  sigma: {
    label: "Path noise",
    symbol: "σ",
    link: "n",
    governs: "states",
    min: 0,
    max: 0.5,
    default: 0,
    integer: false,
    scale: "linear",
    meaning: "Gaussian noise added at every iteration. It can shake a state loose, and leaves a noise floor.",
  },
  noisyFor: {
    label: "Noise on for",
    symbol: "k₀",
    link: "c",
    governs: "states",
    min: 0,
    max: 4096,
    default: 0,
    integer: true,
    scale: "linear",
    meaning: "Iterations after which the noise is off (cooling), so that a state can settle. 0 keeps the noise on.",
  },
  period: {
    label: "Noise period",
    symbol: "P",
    link: "a",
    governs: "states",
    min: 0,
    max: 4096,
    default: 0,
    integer: true,
    scale: "linear",
    meaning: "Iterations from one onset of the noise to the next (annealing). 0: once off, it stays off.",
  },
  nudges: {
    label: "Nudges",
    symbol: "h",
    link: "h",
    governs: "states",
    min: 0,
    max: 12,
    default: 0,
    integer: true,
    scale: "linear",
    meaning: "Hypotheses at most, shown to the network as if given, then released; 0 is the paper's pure dynamics.",
  },
  seed: {
    label: "Seed",
    symbol: "s",
    link: "s",
    governs: "states",
    min: 0,
    max: 4294967295,
    default: 1,
    integer: true,
    scale: "linear",
    meaning: "Which random starts and noise are drawn. The same seed gives the same starts on every device.",
  },
  tolerance: {
    label: "Tolerance",
    symbol: "τ",
    link: "t",
    governs: "rest",
    min: 1e-6,
    max: 1e-2,
    default: 1e-4,
    integer: false,
    scale: "log",
    meaning: "A trajectory counts as settled once its residual stays below this for 3 iterations.",
  },
  haltBy: {
    label: "Halt by",
    symbol: "",
    link: "y",
    governs: "rest",
    min: 0,
    max: HALT_BY.length - 1,
    default: 0,
    integer: true,
    scale: "linear",
    meaning: "What lets a start rest: its residual below the tolerance, or its halting logit q above 0.",
  },
  haltRun: {
    label: "Rest",
    symbol: "r",
    link: "r",
    governs: "rest",
    min: 0,
    max: 256,
    default: 32,
    integer: true,
    scale: "linear",
    meaning: "Iterations at rest after which a start halts and costs nothing more. 0: every start runs to the depth.",
  },
  stopCount: {
    label: "Stop after",
    symbol: "m",
    link: "e",
    governs: "extent",
    min: 0,
    max: 1024,
    default: 0,
    integer: true,
    scale: "linear",
    meaning: "Halted starts after which the run stops; 0 waits for all of them.",
  },
  budget: {
    label: "Budget",
    symbol: "N",
    link: "u",
    governs: "extent",
    min: 0,
    max: 4_194_304,
    default: 0,
    integer: true,
    scale: "linear",
    meaning: "Iterations that all starts together may spend; 0 for as many as they need.",
  },
};

/** The fields in the order of the table. */
export const FIELD_NAMES = Object.keys(FIELDS) as NumericField[];

/** The fields of the schedule of the noise: they mean nothing one by one. */
const SCHEDULE: readonly NumericField[] = ["sigma", "noisyFor", "period"] satisfies (keyof NoiseSchedule)[];

/**
 * Whether two recipes mean the same.
 * - "run": all of it.
 * - "states": a trajectory goes through the same states. How long and how many of them run does not matter; when one halts
 *   does, for it stays as it is from then on.
 * - "steps": each step is the same, whenever a trajectory halts.
 */
export function same(a: Recipe, b: Recipe, what: "run" | "states" | "steps"): boolean {
  const named = a.task === b.task && a.puzzle === b.puzzle && a.model === b.model && sameTerms(a.start, b.start);
  const agrees = (field: NumericField): boolean => {
    if (what !== "run" && FIELDS[field].governs !== "states") return true;
    return what !== "run" && SCHEDULE.includes(field) ? sameNoise(a, b) : a[field] === b[field];
  };
  return named && FIELD_NAMES.every(agrees) && (what !== "states" || sameRest(a, b));
}

function sameRest(a: Recipe, b: Recipe): boolean {
  if (a.haltRun === 0 && b.haltRun === 0) return true;
  const byResidual = HALT_BY[a.haltBy] === "residual";
  return a.haltRun === b.haltRun && a.haltBy === b.haltBy && (!byResidual || a.tolerance === b.tolerance);
}

/** Brings a number into a field's range; NaN becomes the default. */
export function clampField(field: NumericField, value: number): number {
  const spec = FIELDS[field];
  if (Number.isNaN(value)) return spec.default;
  const bounded = Math.min(spec.max, Math.max(spec.min, value));
  return spec.integer ? Math.round(bounded) : bounded;
}

/** What is wrong with a recipe, in words for a person; empty when nothing is. */
export function recipeProblems(recipe: Recipe): string[] {
  const problems: string[] = [];
  try {
    problemOf(recipe);
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  if (recipe.start && !areTerms(recipe.start))
    problems.push(
      `A chosen start must be a sum of at most ${TERM_LIMITS.terms} states, with weights up to ${TERM_LIMITS.weight}.`,
    );
  for (const [field, spec] of Object.entries(FIELDS) as [NumericField, FieldSpec][]) {
    const value = recipe[field];
    if (!Number.isFinite(value) || value < spec.min || value > spec.max || (spec.integer && !Number.isInteger(value)))
      problems.push(
        `${spec.label} must be ${spec.integer ? "a whole number " : ""}between ${spec.min} and ${spec.max}.`,
      );
  }
  if (recipe.budget > 0 && recipe.budget < recipe.breadth)
    problems.push(`A budget of ${recipe.budget} does not pay for one iteration of ${recipe.breadth} starts: raise it.`);
  return problems;
}

/** The recipe of the first page, for a puzzle and a model. */
export function defaultRecipe(puzzle: string, model: string): Recipe {
  const numbers = Object.fromEntries(Object.entries(FIELDS).map(([field, spec]) => [field, spec.default]));
  return { puzzle, model, ...(numbers as Record<NumericField, number>) };
}
