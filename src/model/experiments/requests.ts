import { costOfKick, type KickPartial, type KickRequest, type KickResult, runKick } from "./kick";
import type { Cost, Experiment, Lab } from "./lab";

/** Everything that can be asked for; the recipe in a request is the whole cause of its result. */
export type ExperimentRequest = KickRequest;

/** What each kind shows while it runs, and gives in the end. */
export interface ExperimentResults {
  readonly kick: { readonly partial: KickPartial; readonly result: KickResult };
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
};

export function costOf<K extends ExperimentKind>(request: RequestOf<K> & { readonly kind: K }): Cost {
  const kind: Kind<K> = KINDS[request.kind];
  return kind.costOf(request);
}

export function runExperiment<K extends ExperimentKind>(
  lab: Lab,
  request: RequestOf<K> & { readonly kind: K },
  signal: AbortSignal,
): Experiment<PartialOf<K>, ResultOf<K>> {
  const kind: Kind<K> = KINDS[request.kind];
  return kind.run(lab, request, signal);
}
