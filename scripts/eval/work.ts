import { type Answer, type EvaluationRequest, evaluate } from "../../src/model/evaluate/evaluate";
import { measureScaling, type ScalingAnswer, type ScalingRequest } from "../../src/model/evaluate/scaling";
import type { Lab } from "../../src/model/lab/lab";

/** What can be asked of a process or a page of the command, by kind; one result comes back per puzzle. */
export interface Works {
  readonly evaluation: { readonly request: EvaluationRequest; readonly result: Answer };
  readonly scaling: { readonly request: ScalingRequest; readonly result: ScalingAnswer };
}

export type WorkKind = keyof Works;

type Run<K extends WorkKind> = (
  lab: Lab,
  request: Works[K]["request"],
) => AsyncGenerator<readonly Works[K]["result"][], void>;

const RUNS: { readonly [K in WorkKind]: Run<K> } = { evaluation: evaluate, scaling: measureScaling };

export function work<K extends WorkKind>(lab: Lab, kind: K, request: Works[K]["request"]): ReturnType<Run<K>> {
  return RUNS[kind](lab, request);
}

/** Runs a piece of work and hands over each result as it comes. Rejects with an Error for a person when it fails. */
export type Solve = <K extends WorkKind>(
  kind: K,
  request: Works[K]["request"],
  onResult: (result: Works[K]["result"]) => void,
) => Promise<void>;
