import type { Tensor } from "@tensorflow/tfjs-core";
import { NUDGE } from "../eqr/nudges/nudge";
import type { Recipe } from "../eqr/recipe";
import type { Select } from "../eqr/selection";
import type { Summary } from "../eqr/summary";
import type { Start } from "../lab/batch";
import type { CapacityLimits } from "../lab/capacity";
import type { Lab } from "../lab/lab";
import { type Job, runPool } from "../lab/pool";
import { problemOf, solverOf } from "../tasks";
import type { AttemptResult } from "./attempt";
import { createNudgedAttempt } from "./nudgedAttempt";
import { createPureAttempt } from "./pureAttempt";

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

/** On wasm a row costs half as much in a batch of 12 as alone, and no less in larger ones. */
const ON_CPU: CapacityLimits = { first: 12, fewest: 12, most: 12 };
const ON_GPU: CapacityLimits = { ...ON_CPU, most: 192 };

/** States that share a batch where puzzles are evaluated. */
export function batchLimits({ backend }: Lab): CapacityLimits {
  return backend.info.kind === "webgpu" ? ON_GPU : ON_CPU;
}

const MOST_GUESSES = 20_000;

/**
 * Evaluates slice by slice: yields the answers that came of a slice (often none), in the order in which the puzzles end.
 * The answers depend neither on how many puzzles share a batch nor on where it is stopped. Path noise does not cool here:
 * throws a RangeError for a recipe that wants it to.
 */
export async function* evaluate(lab: Lab, request: EvaluationRequest): AsyncGenerator<readonly Answer[], void> {
  const { breadth, seed, lambda, sigma, coolAt } = request.recipe;
  if (sigma > 0 && coolAt > 0) throw new RangeError("An evaluation keeps its path noise: set Cool after to 0.");
  const onGpu = lab.backend.info.kind === "webgpu";
  const z = lab.backend.start(seed, 0, breadth);
  try {
    const pool = runPool(lab, attemptsOf(request, z, await summaryOf(lab, z)), {
      lambda,
      noise: { seed, sigma },
      width: breadth,
      rows: batchLimits(lab),
      // On a GPU the readback costs as much as some iterations; slices up to the next look of a nudged search are short enough.
      every: onGpu ? NUDGE.look : 1,
    });
    for await (const landed of pool) yield landed.map(({ result }) => result);
  } finally {
    z.dispose();
  }
}

async function summaryOf({ backend }: Lab, z: Tensor): Promise<Summary> {
  const [zero] = await backend.read([backend.summarise(z, null)]);
  if (!zero) throw new Error("The backend gave no summary.");
  return zero;
}

/** The puzzles in turn, all from the same starts z, whose summary is `zero`. */
function* attemptsOf({ recipe, select, puzzles }: EvaluationRequest, z: Tensor, zero: Summary): Generator<Job<Answer>> {
  const trajectories = Array.from({ length: recipe.breadth }, (_, t) => t);
  const starts: Start[] = trajectories.map((row) => ({ z, row }));
  for (const [index, puzzle] of puzzles.entries()) {
    const problem = problemOf({ ...recipe, puzzle });
    const asked = { recipe, problem, select };
    const attempt = recipe.nudges > 0 ? createNudgedAttempt(asked) : createPureAttempt(asked, zero);
    yield {
      ...attempt,
      starts,
      trajectories,
      async observe(summary, row, beliefsOf) {
        const { landed, ...rest } = await attempt.observe(summary, row, beliefsOf);
        if (!landed) return rest;
        return { landed: { index, guesses: solverOf(problem)?.rate(problem, MOST_GUESSES) ?? null, ...landed } };
      },
    };
  }
}
