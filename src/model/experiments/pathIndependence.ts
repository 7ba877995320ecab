import { type Alignment, alignment } from "../analysis/alignment";
import { meanProduct, rmsDistance, type Vector } from "../analysis/plane";
import { type Share, wilson } from "../analysis/wilson";
import { startState } from "../eqr/noise/noise";
import type { Recipe } from "../eqr/recipe/recipe";
import { START_DEVIATION } from "../eqr/recipe/startDeviation";
import type { Lab } from "../lab/lab";
import { isSolution, problemOf } from "../tasks";
import type { Problem } from "../tasks/task";
import type { Experiment, Running } from "./experiment";
import { SAME_POINT } from "./landscape";
import { type Landing, settle } from "./settle";

/**
 * Gaussian starts, and beside each a neighbour at a stated distance, run by the recipe's λ, tolerance and depth, without
 * noise or nudges: does the end depend on the way?
 */
export interface PathRequest {
  readonly kind: "pathIndependence";
  readonly recipe: Recipe;
  /** Gaussian starts, an even number; as many neighbours are run too. */
  readonly starts: number;
}

/** One start of the square of distances. */
export interface PathEnd {
  readonly kind: "settled" | "wandering" | "broken";
  readonly iterations: number;
  /** [cells] */
  readonly digits: Uint8Array;
  readonly valid: boolean;
  /** Which of the distinct ends it settled on, 0 that of most starts; -1 where it did not settle. */
  readonly group: number;
}

export interface PathPair {
  /** Root mean square distance of the two starts, and of where they ended. */
  readonly start: number;
  readonly end: number;
  /** Both settled, on the same fixed point. */
  readonly same: boolean;
  /** A start and its neighbour, or two Gaussian starts. */
  readonly near: boolean;
}

export interface PathResult {
  readonly starts: number;
  readonly done: number;
  /** Of the Gaussian starts that have ended, ordered so that those with the same end are together. */
  readonly ends: readonly PathEnd[];
  /** [ends * ends] distance of their end states, in the same order. */
  readonly distances: Float32Array;
  readonly pairs: readonly PathPair[];
  /** Mean cosine of the end states of two Gaussian starts; null while fewer than three have ended. */
  readonly alignment: Alignment | null;
  /** Of disjoint pairs of Gaussian starts (so that each is a case of its own), the share that settled on the same state. */
  readonly same: Share;
}

/** Distances from a start to its neighbour: from a touch to that of two independent starts. */
export const NEAREST = 0.01 * START_DEVIATION;
export const FARTHEST = Math.SQRT2 * START_DEVIATION;

export const pathIndependence: Experiment<PathRequest, PathResult, PathResult> = {
  kind: "pathIndependence",
  cost,
  run,
};

function cost({ recipe, starts }: PathRequest): number {
  return 2 * starts * recipe.depth;
}

async function* run(lab: Lab, request: PathRequest): Running<PathResult, PathResult> {
  const { recipe, starts } = request;
  const { seed, lambda, tolerance, depth } = recipe;
  const problem = problemOf(recipe);
  const before = lab.spent;
  const count = 2 * starts;
  const total = cost(request);
  const begun = Array.from({ length: count }, (_, i) => beginning(lab.size, seed, i, starts));
  const all: Landing[] = [];
  const measure = createMeasures(begun);
  const start = (i: number) => begun[i] ?? new Float32Array(lab.size);
  for await (const landed of settle(lab, { count, start, problem, lambda, tolerance, depth, states: true })) {
    all.push(...landed);
    const partial = landed.length === 0 ? null : judge(problem, starts, measure, all);
    yield partial && { done: lab.spent - before, total, partial };
  }
  return judge(problem, starts, measure, all);
}

/** Start i; from `starts` on, the neighbour of start i - starts, turned towards another Gaussian by a set angle. */
function beginning(size: number, seed: number, i: number, starts: number): Vector {
  const own = startState(seed, i, size);
  if (i < starts) return own;
  const near = startState(seed, i - starts, size);
  const distance = neighbourDistance(i - starts, starts);
  // Two points of the sphere that starts lie on, so far apart, see each other under this angle.
  const angle = 2 * Math.asin(distance / (2 * START_DEVIATION));
  return near.map((value, e) => Math.cos(angle) * value + Math.sin(angle) * (own[e] ?? 0));
}

export function neighbourDistance(i: number, starts: number): number {
  return NEAREST * (FARTHEST / NEAREST) ** (i / Math.max(1, starts - 1));
}

function judge(problem: Problem, starts: number, measure: Measures, all: readonly Landing[]): PathResult {
  const byIndex = new Map(all.map((landing) => [landing.index, landing]));
  const own = [...byIndex.values()].filter(({ index }) => index < starts).sort((a, b) => a.index - b.index);
  const groups = groupEnds(own);
  const ordered = [...own].sort(
    (a, b) => rank(groups.get(a.index)) - rank(groups.get(b.index)) || a.iterations - b.iterations || a.index - b.index,
  );
  const pairOf = (a: Landing, b: Landing, near: boolean): PathPair => {
    const { start, end } = measure(a, b);
    return { start, end, same: isSame(a, b, end), near };
  };
  const far = own.flatMap((a, i) => own.slice(i + 1).map((b) => pairOf(a, b, false)));
  const near = own.flatMap((a) => {
    const neighbour = byIndex.get(a.index + starts);
    return neighbour ? [pairOf(a, neighbour, true)] : [];
  });
  const disjoint = own.flatMap((a) => {
    const partner = a.index % 2 === 0 ? byIndex.get(a.index + 1) : undefined;
    return partner && partner.index < starts ? [isSame(a, partner, measure(a, partner).end)] : [];
  });
  return {
    starts,
    done: all.length,
    ends: ordered.map(({ index, settledAt, iterations, residual, digits }) => ({
      kind: settledAt !== null ? "settled" : Number.isFinite(residual) ? "wandering" : "broken",
      iterations: settledAt ?? iterations,
      digits,
      valid: isSolution(problem, digits),
      group: groups.get(index) ?? -1,
    })),
    distances: Float32Array.from(ordered.flatMap((a) => ordered.map((b) => (a === b ? 0 : measure(a, b).end)))),
    pairs: [...far, ...near],
    alignment: alignment(own, (a, b) => measure(a, b).cosine),
    same: wilson(disjoint.filter(Boolean).length, disjoint.length),
  };
}

function isSame(a: Landing, b: Landing, distance: number): boolean {
  return a.settledAt !== null && b.settledAt !== null && distance < SAME_POINT;
}

/** Numbers the distinct settled states, the one of most starts 0. */
function groupEnds(own: readonly Landing[]): Map<number, number> {
  const groups: Landing[][] = [];
  for (const landing of own) {
    const { settledAt, state } = landing;
    if (settledAt === null || !state) continue;
    const known = groups.find(([first]) => first?.state && rmsDistance(first.state, state) < SAME_POINT);
    if (known) known.push(landing);
    else groups.push([landing]);
  }
  groups.sort((a, b) => b.length - a.length || (a[0]?.index ?? 0) - (b[0]?.index ?? 0));
  return new Map(groups.flatMap((group, i) => group.map(({ index }) => [index, i] as const)));
}

/** Those that did not settle come last. */
function rank(group: number | undefined): number {
  return group ?? Number.POSITIVE_INFINITY;
}

interface Measure {
  readonly start: number;
  readonly end: number;
  readonly cosine: number;
}

type Measures = (a: Landing, b: Landing) => Measure;

/** Distances of two starts and of their ends; each pair is measured once, however often the result is drawn. */
function createMeasures(begun: readonly Vector[]): Measures {
  const known = new Map<number, Measure>();
  return (a, b) => {
    const key = Math.min(a.index, b.index) * begun.length + Math.max(a.index, b.index);
    const found = known.get(key);
    if (found) return found;
    const [from, to] = [begun[a.index], begun[b.index]];
    const measured: Measure = {
      start: from && to ? rmsDistance(from, to) : Number.NaN,
      end: a.state && b.state ? rmsDistance(a.state, b.state) : Number.NaN,
      cosine: a.state && b.state ? cosine(a.state, b.state) : Number.NaN,
    };
    known.set(key, measured);
    return measured;
  };
}

function cosine(a: Vector, b: Vector): number {
  return meanProduct(a, b) / Math.sqrt(meanProduct(a, a) * meanProduct(b, b));
}
