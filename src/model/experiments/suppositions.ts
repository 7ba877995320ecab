import type { Recipe } from "../eqr/recipe/recipe";
import type { Lab } from "../lab/lab";
import { isSolution, problemOf, supposed } from "../tasks";
import type { Supposition } from "../tasks/task";
import type { Experiment, Running } from "./experiment";
import { settle } from "./settle";

/**
 * The starts of a run with values supposed for open cells, shown to the network as if they were given, from the start to
 * the end: whether it comes to rest with them. Pure dynamics without noise, whatever the recipe says.
 */
export interface SuppositionsRequest {
  readonly kind: "suppositions";
  readonly recipe: Recipe;
  readonly suppositions: readonly Supposition[];
}

/** Where a start has landed. */
export interface SupposedStart {
  readonly trajectory: number;
  /** First iteration of the stretch at rest; null where it did not come to rest within the recipe's depth. */
  readonly settledAt: number | null;
  readonly q: number;
  /** [cells] decoded values. */
  readonly digits: Uint8Array;
  /** Suppositions that the state decodes to. */
  readonly kept: number;
  /** Whether the decoded grid solves the recipe's puzzle. Looked up afterwards. */
  readonly solves: boolean;
}

export interface SuppositionsResult {
  /** Those that have landed, in the order of landing. */
  readonly starts: readonly SupposedStart[];
}

export const suppositions: Experiment<SuppositionsRequest, SuppositionsResult, SuppositionsResult> = {
  kind: "suppositions",
  cost,
  run,
};

function cost({ recipe }: SuppositionsRequest): number {
  return recipe.breadth * recipe.depth;
}

async function* run(lab: Lab, request: SuppositionsRequest): Running<SuppositionsResult, SuppositionsResult> {
  const { recipe, suppositions } = request;
  const { seed, breadth, lambda, tolerance, depth } = recipe;
  const problem = problemOf(recipe);
  const shown = { ...problem, input: supposed(problem, suppositions) };
  const start = (trajectory: number) => ({ seed, trajectory });
  const starts: SupposedStart[] = [];
  const asked = { count: breadth, start, problem: shown, lambda, tolerance, depth };
  for await (const landed of settle(lab, asked)) {
    for (const { index, settledAt, q, digits } of landed)
      starts.push({
        trajectory: index,
        settledAt,
        q,
        digits,
        kept: suppositions.filter(({ cell, value }) => digits[cell] === value).length,
        solves: isSolution(problem, digits),
      });
    yield { done: lab.spent, total: cost(request), partial: { starts: [...starts] } };
  }
  return { starts };
}
