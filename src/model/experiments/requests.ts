import { type BasinRequest, costOfBasinMap, runBasinMap } from "./basinMap";
import { costOfSweep, runSweep, type SweepPartial, type SweepRequest, type SweepResult } from "./basinRadius";
import type { BasinMap } from "./basins";
import { costOfLambda, type LambdaPartial, type LambdaRequest, type LambdaResult, runLambda } from "./bifurcation";
import {
  costOfDivergence,
  type DivergencePartial,
  type DivergenceRequest,
  type DivergenceResult,
  runDivergence,
} from "./divergence";
import { costOfEvaluation, type EvaluatePartial, type EvaluateRequest, runEvaluation } from "./evaluation";
import { costOfKick, type KickPartial, type KickRequest, type KickResult, runKick } from "./kick";
import type { Cost, Experiment, Lab } from "./lab";
import { costOfLandscape, type Landscape, type LandscapeRequest, runLandscape } from "./landscape";
import { costOfSigma, runSigma, type SigmaPartial, type SigmaRequest, type SigmaResult } from "./noiseFloor";
import { costOfPaths, type PathRequest, type PathResult, runPaths } from "./pathIndependence";
import {
  costOfStability,
  runStability,
  type StabilityPartial,
  type StabilityRequest,
  type StabilityResult,
} from "./stability";
import { costOfTrials, runTrials, type SampleRequest, type StartsRequest, type TrialTable } from "./trials";

/** Everything that can be asked for; the recipe in a request is the whole cause of its result. */
export type ExperimentRequest =
  | KickRequest
  | BasinRequest
  | EvaluateRequest
  | LandscapeRequest
  | PathRequest
  | StartsRequest
  | SampleRequest
  | SweepRequest
  | StabilityRequest
  | DivergenceRequest
  | LambdaRequest
  | SigmaRequest;

/** What each kind shows while it runs, and gives in the end. */
export interface ExperimentResults {
  readonly kick: { readonly partial: KickPartial; readonly result: KickResult };
  readonly evaluate: { readonly partial: EvaluatePartial; readonly result: EvaluatePartial };
  readonly "basin-map": { readonly partial: BasinMap; readonly result: BasinMap };
  readonly landscape: { readonly partial: readonly Landscape[]; readonly result: readonly Landscape[] };
  readonly "path-independence": { readonly partial: PathResult; readonly result: PathResult };
  readonly starts: { readonly partial: TrialTable; readonly result: TrialTable };
  readonly sample: { readonly partial: TrialTable; readonly result: TrialTable };
  readonly sweep: { readonly partial: SweepPartial; readonly result: SweepResult };
  readonly stability: { readonly partial: StabilityPartial; readonly result: StabilityResult };
  readonly divergence: { readonly partial: DivergencePartial; readonly result: DivergenceResult };
  readonly lambda: { readonly partial: LambdaPartial; readonly result: LambdaResult };
  readonly sigma: { readonly partial: SigmaPartial; readonly result: SigmaResult };
}

export type ExperimentKind = keyof ExperimentResults;
export type RequestOf<K extends ExperimentKind> = Extract<ExperimentRequest, { readonly kind: K }>;
export type PartialOf<K extends ExperimentKind> = ExperimentResults[K]["partial"];
export type ResultOf<K extends ExperimentKind> = ExperimentResults[K]["result"];

/** What an experiment tells on its way. `done` and `total` are iterations of one state; fewer may do. */
export type ExperimentEvent<K extends ExperimentKind = ExperimentKind> =
  | { readonly kind: "progress"; readonly done: number; readonly total: number; readonly partial: PartialOf<K> | null }
  | { readonly kind: "done"; readonly result: ResultOf<K> }
  /** In words for a person, with what can be done. */
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "cancelled" };

interface Kind<K extends ExperimentKind> {
  /** Iterations of one state at most. */
  readonly costOf: (request: RequestOf<K>) => Cost;
  readonly run: (lab: Lab, request: RequestOf<K>, signal: AbortSignal) => Experiment<PartialOf<K>, ResultOf<K>>;
}

/** The register of experiments, one line each. */
const KINDS: { readonly [K in ExperimentKind]: Kind<K> } = {
  kick: { costOf: costOfKick, run: runKick },
  evaluate: { costOf: costOfEvaluation, run: runEvaluation },
  "basin-map": { costOf: costOfBasinMap, run: runBasinMap },
  landscape: { costOf: costOfLandscape, run: runLandscape },
  "path-independence": { costOf: costOfPaths, run: runPaths },
  starts: { costOf: costOfTrials, run: runTrials },
  sample: { costOf: costOfTrials, run: runTrials },
  sweep: { costOf: costOfSweep, run: runSweep },
  stability: { costOf: costOfStability, run: runStability },
  divergence: { costOf: costOfDivergence, run: runDivergence },
  lambda: { costOf: costOfLambda, run: runLambda },
  sigma: { costOf: costOfSigma, run: runSigma },
};

export function costOf(request: ExperimentRequest): Cost {
  return kindOf(request).costOf(request);
}

export function runExperiment(
  lab: Lab,
  request: ExperimentRequest,
  signal: AbortSignal,
): Experiment<PartialOf<ExperimentKind>, ResultOf<ExperimentKind>> {
  return kindOf(request).run(lab, request, signal);
}

/** The compiler does not see that an entry of the register fits the request that named it. */
function kindOf(request: ExperimentRequest): Kind<ExperimentKind> {
  return KINDS[request.kind] as Kind<ExperimentKind>;
}
