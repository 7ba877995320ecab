import { expect, it } from "vitest";
import { defaultRecipe } from "../../../model/eqr/recipe/recipe";
import { describeDivergence, describeStability, judge } from "./words";

const origin = { recipe: defaultRecipe(".".repeat(81), "m"), trajectory: 1, k: 70 };
const request = { kind: "stability", origin, steps: 60 } as const;
const partial = { products: 40, residuals: [] };

it("says what the leading eigenvalue means, beside the measured factor", () => {
  const eigenvalues = [{ re: -0.95, im: 0, error: 0.004 }];
  const result = { ...partial, eigenvalues, predicted: 0.95, measured: 0.944, residual: 4e-7 };
  expect(describeStability(request, result)).toMatch(
    /leading eigenvalue is −0.950 \(uncertain by 0.004.*shrink to 0.950.*Measured after a push: 0.944/,
  );
  expect(describeStability(request, { ...result, predicted: 1.1, measured: null })).toMatch(/repels/);
  expect(describeStability(request, { ...result, eigenvalues: [{ re: 0.5, im: -0.6, error: 0 }] })).toContain(
    "+0.500 ± 0.600 i",
  );
});

it("says that there is none where the state runs into no fixed point", () => {
  const none = { ...partial, eigenvalues: null, predicted: Number.NaN, measured: null, residual: Number.NaN };
  expect(describeStability(request, none)).toMatch(/trajectory 2 runs into no fixed point/);
});

it("calls chaos only what its interval leaves no doubt about", () => {
  expect(judge({ mean: 0.1, low: 0.05, high: 0.15, iterations: 64 }, true)).toMatch(/\+0.100.*chaos\.$/);
  expect(judge({ mean: -0.1, low: -0.15, high: -0.05, iterations: 64 }, true)).toMatch(/no chaos\.$/);
  expect(judge({ mean: -0.1, low: -0.15, high: -0.05, iterations: 64 }, false)).toMatch(/no chaos, though it has not/);
  expect(judge({ mean: 0.01, low: -0.05, high: 0.15, iterations: 64 }, true)).toMatch(/not distinguishable/);
  expect(judge({ mean: -0.01, low: -0.02, high: -1e-4, iterations: 64 }, true)).toMatch(/not distinguishable/);
});

it("names the iteration at which the run is decided", () => {
  const request = { kind: "divergence", origin, iterations: 90, neighbours: 2 } as const;
  const result = { growth: [], residuals: [1e-6], exponent: null, decidedAt: 26, climbFrom: 9, decades: 2 };
  expect(describeDivergence(request, result)).toMatch(
    /From iteration 9 to 26 nearby states drift apart by a factor of 100 .*; after that they come nearer, and the outcome is fixed/,
  );
  expect(describeDivergence(request, { ...result, residuals: [0.1] })).not.toContain("the outcome");
  expect(describeDivergence(request, { ...result, decidedAt: null, decades: 0 })).toMatch(/only come nearer/);
});
