import { type Answer, type EvaluationRequest, evaluate } from "../evaluate/evaluate";
import type { Cost, Experiment, Lab } from "./lab";

/** An evaluation as the worker runs it, beside the main run. */
export interface EvaluateRequest extends EvaluationRequest {
  readonly kind: "evaluate";
}

/** The answers since the last event: a long evaluation does not tell all of them again. */
export interface EvaluatePartial {
  readonly answers: readonly Answer[];
}

export function costOfEvaluation({ recipe, puzzles }: EvaluateRequest): Cost {
  return { iterations: puzzles.length * recipe.depth * recipe.breadth };
}

export async function* runEvaluation(lab: Lab, request: EvaluateRequest): Experiment<EvaluatePartial, EvaluatePartial> {
  const total = costOfEvaluation(request).iterations;
  let done = 0;
  for await (const answers of evaluate(lab.backend, request)) {
    for (const { iterations } of answers) done += iterations * request.recipe.breadth;
    yield answers.length > 0 ? { done, total, partial: { answers } } : null;
  }
  return { answers: [] };
}
