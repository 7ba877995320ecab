import type { Tensor } from "@tensorflow/tfjs-core";
import type { Search } from "../eqr/backend/search";
import type { Recipe } from "../eqr/recipe/recipe";
import { scheduleKind } from "../eqr/recipe/schedule";
import type { Select } from "../eqr/recipe/selection";
import type { Summary } from "../eqr/record/summary";
import type { Lab } from "../lab/lab";
import type { Job } from "../lab/pool";
import type { Start } from "../lab/rows";
import { problemOf, solverOf } from "../tasks";
import type { Attempt, AttemptRequest, AttemptResult } from "./attempt";
import { createNudgedAttempt } from "./nudgedAttempt";
import { createPureAttempt } from "./pureAttempt";
import { createSearchedAttempt } from "./searchedAttempt";
import { runGuided, runWatchers } from "./watchers";

export interface Answer extends AttemptResult {
  /** Index of the puzzle among those given. */
  readonly index: number;
  /** Guesses that a solver needs, null for a puzzle without exactly one solution, with very many guesses, or of a task without one. */
  readonly guesses: number | null;
}

/** What is evaluated: the recipe on each of the puzzles (`recipe.puzzle` is replaced), one start chosen by the rule. */
export interface EvaluationRequest {
  readonly recipe: Recipe;
  readonly select: Select;
  readonly puzzles: readonly string[];
}

const MOST_GUESSES = 20_000;

/**
 * Evaluates slice by slice: yields the answers that came of a slice (often none), in the order in which the puzzles end.
 * The answers depend neither on how many puzzles share a batch nor on where it is stopped.
 */
export async function* evaluate(lab: Lab, request: EvaluationRequest): AsyncGenerator<readonly Answer[], void> {
  const { breadth, seed, lambda, nudges } = request.recipe;
  const search = searchOf(lab, request.recipe);
  const z = lab.backend.start(seed, 0, breadth);
  try {
    const zero = await summaryOf(lab, z);
    const options = { lambda, seed, width: breadth };
    const pure = (asked: AttemptRequest) => createPureAttempt(asked, zero);
    const pool = search
      ? runWatchers(lab, attemptsOf(request, z, createSearchedAttempt), { ...options, search })
      : nudges > 0
        ? runGuided(lab, attemptsOf(request, z, createNudgedAttempt), options)
        : runWatchers(lab, attemptsOf(request, z, pure), options);
    for await (const landed of pool) yield landed.map(({ result }) => result);
  } finally {
    z.dispose();
    search?.dispose();
  }
}

/** Nudges on the device, where that can do them: its rows are at iterations of their own, but share one strength of noise. */
function searchOf({ backend }: Lab, recipe: Recipe): Search | undefined {
  const kind = scheduleKind(recipe);
  const uniform = kind === "noiseless" || kind === "constant";
  return recipe.nudges > 0 && uniform ? backend.search?.(recipe) : undefined;
}

async function summaryOf({ backend }: Lab, z: Tensor): Promise<Summary> {
  const [zero] = await backend.read([backend.summarise(z, null)]);
  if (!zero) throw new Error("The backend gave no summary.");
  return zero;
}

/** The puzzles in turn, all from the same starts z. */
function* attemptsOf(
  { recipe, select, puzzles }: EvaluationRequest,
  z: Tensor,
  create: (asked: AttemptRequest) => Attempt,
): Generator<Job<Answer>> {
  const starts: Start[] = Array.from({ length: recipe.breadth }, (_, row) => ({ z, row }));
  for (const [index, puzzle] of puzzles.entries()) {
    const problem = problemOf({ ...recipe, puzzle });
    const asked = { recipe, problem, select };
    const attempt = create(asked);
    yield {
      ...attempt,
      starts,
      async observe(summary, row, beliefsOf, k) {
        const { landed, ...rest } = await attempt.observe(summary, row, beliefsOf, k);
        if (!landed) return rest;
        return { landed: { index, guesses: solverOf(problem)?.rate(problem, MOST_GUESSES) ?? null, ...landed } };
      },
    };
  }
}
