import type { Lab } from "../lab/lab";
import { basinMap } from "./basinMap";
import { basinRadius } from "./basinRadius";
import { bifurcation } from "./bifurcation";
import { divergence } from "./divergence";
import { evaluate } from "./evaluation";
import type { Experiment, Running } from "./experiment";
import { kick } from "./kick";
import { landscape } from "./landscape";
import { noiseFloor } from "./noiseFloor";
import { pathIndependence } from "./pathIndependence";
import { stability } from "./stability";
import { suppositions } from "./suppositions";
import { sample, starts } from "./trials";

/** The register of experiments, one line each. */
const EXPERIMENTS = {
  kick,
  evaluate,
  basinMap,
  landscape,
  pathIndependence,
  starts,
  sample,
  basinRadius,
  stability,
  divergence,
  bifurcation,
  noiseFloor,
  suppositions,
};

export type ExperimentKind = keyof typeof EXPERIMENTS;

/** What each kind is asked, shows while it runs, and gives in the end. */
type Types = {
  [K in ExperimentKind]: (typeof EXPERIMENTS)[K] extends Experiment<infer Q, infer P, infer R>
    ? { readonly request: Q; readonly partial: P; readonly result: R }
    : never;
};

export type PartialOf<K extends ExperimentKind> = Types[K]["partial"];
export type ResultOf<K extends ExperimentKind> = Types[K]["result"];

/** Everything that can be asked for; the recipe in a request is the whole cause of its result. */
export type ExperimentRequest = Asked<ExperimentKind>;
export type RequestOf<K extends ExperimentKind> = Extract<ExperimentRequest, { readonly kind: K }>;

/** What an experiment reports. `done` and `total` are iterations of one state; fewer may do. */
export type ExperimentEvent<K extends ExperimentKind = ExperimentKind> =
  | { readonly kind: "progress"; readonly done: number; readonly total: number; readonly partial: PartialOf<K> | null }
  | { readonly kind: "done"; readonly result: ResultOf<K> }
  /** A sentence for a person, with what can be done. */
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "cancelled" };

/** Iterations of one state at most. */
export function costOf(request: ExperimentRequest): number {
  return costAsked(request);
}

/** Begins an experiment; its request says of which kind it is. */
export function runExperiment<K extends ExperimentKind>(
  lab: Lab,
  request: Asked<K>,
): Running<PartialOf<K>, ResultOf<K>> {
  return BY_KIND[request.kind].run(lab, request);
}

function costAsked<K extends ExperimentKind>(request: Asked<K>): number {
  return BY_KIND[request.kind].cost(request);
}

/** Requests in the form in which the compiler sees that an entry of the register fits the request that names it. */
type Asked<K extends ExperimentKind> = { [E in K]: Types[E]["request"] & { readonly kind: E } }[K];

const BY_KIND: {
  readonly [K in ExperimentKind]: Experiment<Asked<K>, PartialOf<K>, ResultOf<K>>;
} = EXPERIMENTS;
