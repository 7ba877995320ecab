import { type Answer, type EvaluationRequest, evaluate as evaluateOn } from "../evaluate/evaluate";
import type { Lab } from "../lab/lab";
import type { Experiment, Running } from "./experiment";

/** An evaluation as the worker runs it, beside the main run. */
export interface EvaluateRequest extends EvaluationRequest {
  readonly kind: "evaluate";
}

/** The answers since the last event: a long evaluation does not send all of them again. */
export interface EvaluatePartial {
  readonly answers: readonly Answer[];
}

export const evaluate: Experiment<EvaluateRequest, EvaluatePartial, EvaluatePartial> = { kind: "evaluate", cost, run };

function cost({ recipe, puzzles }: EvaluateRequest): number {
  return puzzles.length * recipe.depth * recipe.breadth;
}

async function* run(lab: Lab, request: EvaluateRequest): Running<EvaluatePartial, EvaluatePartial> {
  const total = cost(request);
  let done = 0;
  for await (const answers of evaluateOn(lab, request)) {
    for (const { iterations } of answers) done += iterations * request.recipe.breadth;
    yield answers.length > 0 ? { done, total, partial: { answers } } : null;
  }
  return { answers: [] };
}
