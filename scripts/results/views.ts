import { decodedAt, gridKeyAt, type RunRecord, settledAt } from "../../src/model/eqr/record/record";
import type { Answer } from "../../src/model/evaluate/evaluate";
import type { EvaluatePartial } from "../../src/model/experiments/evaluation";
import { type ExperimentRequest, type ResultOf, runExperiment } from "../../src/model/experiments/requests";
import type { ShippedKind } from "../../src/model/export/resultFile";
import type { RunFile } from "../../src/model/export/runFile";
import type { Lab } from "../../src/model/lab/lab";

type Requests = { readonly [K in ShippedKind]: Extract<ExperimentRequest, { readonly kind: K }> };

/** What is measured for each view of the opening's run, and of `sample`, the shipped puzzles. */
export function shippedRequests(
  { record, trajectory }: Pick<RunFile, "record" | "trajectory">,
  sample: readonly string[],
): Requests {
  const { recipe } = record;
  const k = record.frames.length - 1;
  const origin = { recipe, trajectory, k };
  const other = otherEnd(record, trajectory);
  const rarer = companions(record, other) <= companions(record, trajectory) ? other : trajectory;
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
      sigmas: [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.4, 2],
      ...{ copies: 6, hold: 48, cool: 64 },
    },
    basinRadius: {
      kind: "basinRadius",
      // Of the grid that fewer starts find: large kicks seldom return to it, so that the share falls below one half.
      origin: { ...origin, trajectory: rarer },
      perturbation: { kind: "noise", cells: null },
      sizes: [0.5, 1, 2, 4, 8, 16, 32, 64],
      ...{ kicks: 16, refine: 6, depth: 96 },
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
    sample: { kind: "sample", recipe, puzzles: sample, first: 0, starts: 4 },
    evaluate: { kind: "evaluate", recipe, select: "residual", puzzles: sample },
  };
}

/** Runs an experiment to its end. Answers of an evaluation, which it gives as they come, are all in the result. */
export async function measureOne<K extends ShippedKind>(lab: Lab, request: Requests[K]): Promise<ResultOf<K>> {
  const run = runExperiment(lab, request);
  const answers: Answer[] = [];
  for (;;) {
    const step = await run.next();
    if (step.done) return (request.kind === "evaluate" ? { answers } : step.value) as ResultOf<K>;
    if (request.kind === "evaluate" && step.value) answers.push(...(step.value.partial as EvaluatePartial).answers);
  }
}

/** A trajectory that settled on another grid than this one. */
function otherEnd(record: RunRecord, trajectory: number): number {
  const last = record.frames.length - 1;
  const own = decodedAt(record, trajectory, last).join("");
  const all = Array.from({ length: record.recipe.breadth }, (_, t) => t);
  return all.find((t) => decodedAt(record, t, last).join("") !== own) ?? 0;
}

/** How many trajectories end on the grid of this one. */
function companions(record: RunRecord, trajectory: number): number {
  const last = record.frames.length - 1;
  const own = gridKeyAt(record, trajectory, last);
  return Array.from({ length: record.recipe.breadth }, (_, t) => gridKeyAt(record, t, last) === own).filter(Boolean)
    .length;
}
