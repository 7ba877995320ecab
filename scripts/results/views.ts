import { decodedAt, type RunRecord, settledAt } from "../../src/model/eqr/record";
import { type ExperimentRequest, type ResultOf, runExperiment } from "../../src/model/experiments/requests";
import type { ShippedKind } from "../../src/model/export/resultFile";
import type { RunFile } from "../../src/model/export/runFile";
import type { Lab } from "../../src/model/lab/lab";

type Requests = { readonly [K in ShippedKind]: Extract<ExperimentRequest, { readonly kind: K }> };

/** What is measured of the opening's run for each view. */
export function shippedRequests({ record, trajectory }: Pick<RunFile, "record" | "trajectory">): Requests {
  const { recipe } = record;
  const k = record.frames.length - 1;
  const origin = { recipe, trajectory, k };
  const other = otherEnd(record, trajectory);
  const settled = (t: number) => ({ trajectory: t, iterations: (settledAt(record, t, k) ?? k) + 8 });
  const plane = {
    kind: "points",
    bases: [{ trajectory, iterations: 0 }, settled(trajectory), settled(other)],
  } as const;
  return {
    basinMap: { kind: "basinMap", recipe, plane, window: null, size: 32 },
    landscape: { kind: "landscape", recipe, puzzles: [recipe.puzzle], starts: 64 },
    pathIndependence: { kind: "pathIndependence", recipe, starts: 24 },
    bifurcation: { kind: "bifurcation", origin, from: 0.3, to: 1.6, points: 53, depth: 160 },
    noiseFloor: {
      kind: "noiseFloor",
      origin,
      sigmas: [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1],
      ...{ copies: 6, hold: 48, cool: 64 },
    },
    basinRadius: {
      kind: "basinRadius",
      origin,
      perturbation: { kind: "noise", cells: null },
      sizes: [0.25, 0.5, 0.7, 1, 1.4, 2, 2.8, 4, 8],
      kicks: 8,
      depth: 96,
    },
    kick: {
      kind: "kick",
      origin,
      perturbation: { kind: "towards", size: 0.5, trajectory: other },
      draw: 0,
      depth: 128,
    },
    stability: { kind: "stability", origin, steps: 60 },
    divergence: { kind: "divergence", origin: { ...origin, k: 0 }, iterations: 256, neighbours: 2 },
  };
}

/** Runs an experiment to its end. */
export async function measureOne<K extends ShippedKind>(lab: Lab, request: Requests[K]): Promise<ResultOf<K>> {
  const run = runExperiment(lab, request);
  for (;;) {
    const step = await run.next();
    if (step.done) return step.value as ResultOf<K>;
  }
}

/** A trajectory that settled on another grid than this one. */
function otherEnd(record: RunRecord, trajectory: number): number {
  const last = record.frames.length - 1;
  const own = decodedAt(record, trajectory, last).join("");
  const all = Array.from({ length: record.recipe.breadth }, (_, t) => t);
  return all.find((t) => decodedAt(record, t, last).join("") !== own) ?? 0;
}
