/** The experiments on maps whose answers are known. */
import { describe, expect, it } from "vitest";
import type { Lab } from "../lab/lab";
import { finish, plainLab, recipe } from "../lab/lab.testing";
import { basinRadius } from "./basinRadius";
import { bifurcation } from "./bifurcation";
import { divergence } from "./divergence";
import { noiseFloor } from "./noiseFloor";
import { costOf, type ExperimentRequest } from "./requests";
import { stability } from "./stability";

const origin = { recipe: { ...recipe, lambda: 0.7, tolerance: 1e-4 }, trajectory: 0, k: 3 };
const under = (lambda: number) => ({ ...origin, recipe: { ...origin.recipe, lambda } });

/** f(z) = c + M (z - c) with a fixed point of length sqrt(729) and these eigenvalues along the first axes; 0.1 elsewhere. */
const linear = (eigenvalues: readonly number[]) => (z: Float32Array) =>
  z.map((value, i) => 1 + (eigenvalues[i] ?? 0.1) * (value - 1));

/**
 * Along the first axis a map with two attractors, near +38 and -38, whose basins meet at 0; everything else contracts. The
 * upper state leaves its basin when its first number is pushed below 0.
 */
const twoAttractors = (z: Float32Array) => z.map((value, i) => (i === 0 ? 40 * Math.tanh(value / 20) : 0.1 * value));

const cheap = (lab: Lab, request: ExperimentRequest) => expect(lab.spent).toBeLessThanOrEqual(costOf(request));

describe("stability", () => {
  it("recovers the leading eigenvalues of a linear map to 1 %, and measures the same contraction", async () => {
    const lab = await plainLab(linear([0.9, -0.8, 0.5]));
    const request = { kind: "stability", origin, steps: 30 } as const;
    const { result } = await finish(stability.run(lab, request));
    // 1 - lambda + lambda mu, lambda = 0.7
    const wanted = [0.93, 0.65, 0.37, -0.26];
    for (const value of wanted)
      expect(Math.min(...(result.eigenvalues ?? []).map(({ re, im }) => Math.hypot(re - value, im)))).toBeLessThan(
        0.01,
      );
    expect(result.predicted).toBeCloseTo(0.93, 2);
    expect(result.measured).toBeCloseTo(0.93, 2);
    expect(result.residual).toBeLessThan(1e-5);
    cheap(lab, request);
  });

  it("says so where there is no fixed point to be reached", async () => {
    const lab = await plainLab((z) => z.map((value) => -3 * value + 1));
    const { result } = await finish(stability.run(lab, { kind: "stability", origin, steps: 30 }));
    expect(result.eigenvalues).toBeNull();
  });
});

describe("divergence", () => {
  it("finds the exponent of a linear map, and the end of a climb", async () => {
    const lab = await plainLab(linear([0.9]));
    const request = { kind: "divergence", origin, iterations: 160, neighbours: 2 } as const;
    const { result } = await finish(divergence.run(lab, request));
    expect(result.exponent?.mean).toBeCloseTo(Math.log(0.93), 2);
    expect(result.exponent?.high).toBeLessThan(0);
    expect([result.climbFrom, result.decidedAt]).toEqual([null, null]);
    cheap(lab, request);
  });

  it("recognises chaos: 729 logistic maps side by side", async () => {
    // In [-1, 1]: x -> 1 - 2 x^2, exponent ln 2.
    const lab = await plainLab((z) => z.map((value) => 1 - 2 * Math.min(1, Math.abs(value)) ** 2));
    const request = { kind: "divergence", origin: { ...under(1), k: 8 }, iterations: 200, neighbours: 1 } as const;
    const { result } = await finish(divergence.run(lab, request));
    expect(result.exponent?.low).toBeGreaterThan(0.4);
    expect(result.decidedAt).toBe(208);
    expect(result.climbFrom).toBe(8);
  });
});

describe("the basin's radius", () => {
  it("finds the basin boundary of a map with two attractors", async () => {
    const lab = await plainLab(twoAttractors);
    const start = { ...origin, recipe: { ...origin.recipe, seed: 5 }, k: 30 };
    const sizes = [0.25, 1, 4, 16, 64];
    // Only the first cell is hit: nine numbers, of which one decides. Huge kicks go to either side alike.
    const request = {
      kind: "basinRadius",
      origin: start,
      perturbation: { kind: "noise", cells: [0] },
      sizes,
      kicks: 12,
      depth: 80,
    } as const;
    const { result, reports } = await finish(basinRadius.run(lab, request));
    expect(result.home).toBe(true);
    for (const { returned, elsewhere, lost } of result.tallies) expect(returned + elsewhere + lost).toBe(12);
    expect(result.tallies[0]?.returned).toBe(12);
    expect(result.tallies.reduce((sum, { lost }) => sum + lost, 0)).toBe(0);
    expect(result.tallies.at(-1)?.elsewhere).toBeGreaterThan(2);
    expect(result.tallies.at(-1)?.returned).toBeGreaterThan(2);
    expect(reports.length).toBeGreaterThan(0);
    const again = await finish(basinRadius.run(await plainLab(twoAttractors), request));
    expect(again.result).toEqual(result);

    // Further sizes come where the share falls, and nothing else changes.
    const lab2 = await plainLab(twoAttractors);
    const refined = await finish(basinRadius.run(lab2, { ...request, refine: 3 }));
    const added = refined.result.tallies.filter(({ size }) => !sizes.some((one) => one === size));
    expect(added.length).toBeGreaterThan(0);
    for (const { size } of added) {
      expect(size).toBeGreaterThan(0.25);
      expect(size).toBeLessThan(64);
    }
    expect(refined.result.tallies.filter((tally) => !added.includes(tally))).toEqual(result.tallies);
    expect(refined.result.tallies.map(({ size }) => size)).toEqual(
      refined.result.tallies.map(({ size }) => size).toSorted((a, b) => a - b),
    );
    cheap(lab2, { ...request, refine: 3 });
  });
});

describe("the basin's radius towards other trajectories", () => {
  const swept = async (trajectories: readonly number[]) => {
    const lab = await plainLab(twoAttractors);
    const start = { ...origin, recipe: { ...origin.recipe, seed: 5 }, k: 30 };
    // Early the starts are where they were drawn; at 30 they are at one attractor or the other.
    const perturbation = { kind: "towards", trajectories } as const;
    const sizes = [0.5, 1.5, 4];
    const request = { kind: "basinRadius", origin: start, perturbation, sizes, kicks: 8, depth: 80 } as const;
    return { lab, request, ...(await finish(basinRadius.run(lab, request))) };
  };

  it("goes half-way and falls back, goes further and lands in the other basin", async () => {
    const { lab, request, result } = await swept([1, 2, 3, 4, 5, 6]);
    const [short, long] = result.tallies;
    const targets = (short?.returned ?? 0) + (short?.elsewhere ?? 0);
    // Those at the same attractor are no direction at all.
    expect(targets).toBeGreaterThan(0);
    expect(targets).toBeLessThan(6);
    expect(short).toMatchObject({ returned: targets, elsewhere: 0 });
    expect(long).toMatchObject({ returned: 0, elsewhere: targets });
    cheap(lab, request);
  });

  it("says so where no other trajectory is apart", async () => {
    await expect(swept([0])).rejects.toThrow(/same state.*no direction.*Scrub back/);
  });
});

describe("bifurcation", () => {
  it("finds the 2-cycle where the eigenvalue says it is born", async () => {
    // Along the first axis f turns over with -1.5 and saturates: F passes -1 at lambda = 2 / 2.5 = 0.8.
    const lab = await plainLab((z) =>
      z.map((value, i) => (i === 0 ? 1 - 1.5 * Math.tanh(value - 1) : 1 + 0.1 * (value - 1))),
    );
    const request = { kind: "bifurcation", origin, from: 0.5, to: 1.1, points: 7, depth: 300 } as const;
    const { result } = await finish(bifurcation.run(lab, request));
    expect(result.doubling).toBeCloseTo(0.8, 2);
    expect(result.sets.map(({ lambda }) => lambda)).toEqual([0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1]);
    const period = new Map(result.sets.map((set) => [set.lambda, set.period]));
    expect([0.5, 0.6, 0.7].map((lambda) => period.get(lambda))).toEqual([1, 1, 1]);
    expect([0.9, 1, 1.1].map((lambda) => period.get(lambda))).toEqual([2, 2, 2]);
    // A fixed point is followed down to its floor, not only to where it counts as one.
    for (const { period: turns, residual } of result.sets)
      if (turns === 1) expect(residual).toBeLessThan(1e-6);
      else expect(residual).toBeGreaterThan(1e-3);
    cheap(lab, request);
  });
});

describe("noise floor", () => {
  it("finds a floor that grows with the noise, and the noise that shakes a state loose", async () => {
    const lab = await plainLab(twoAttractors);
    const sigmas = [0.1, 1, 3, 10, 30, 60];
    const start = { ...origin, recipe: { ...origin.recipe, seed: 5 }, k: 30 };
    const request = { kind: "noiseFloor", origin: start, sigmas, copies: 8, hold: 24, cool: 60 } as const;
    const { result } = await finish(noiseFloor.run(lab, request));
    const floors = result.points.map(({ floor }) => floor);
    expect(floors.slice(0, 3)).toEqual([...floors.slice(0, 3)].sort((a, b) => a - b));
    expect(result.points[0]?.stayed).toBe(8);
    expect(result.points.at(-1)?.stayed).toBeLessThan(8);
    expect(result.leaves?.kind).toBeDefined();
    cheap(lab, request);
  });
});
