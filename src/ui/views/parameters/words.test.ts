import { expect, it } from "vitest";
import { defaultRecipe } from "../../../model/eqr/recipe/recipe";
import { describeLambda, describeSigma } from "./words";

const origin = { recipe: defaultRecipe(".".repeat(81), "m"), trajectory: 1, k: 70 };
const set = (lambda: number, period: number | null) => ({ lambda, period, values: [], residual: 0, apart: 0 });

it("says where the 2-cycle is born, as seen and as predicted", () => {
  const request = { kind: "bifurcation", origin, from: 0.3, to: 1.2, points: 4, depth: 100 } as const;
  const lowest = { re: -1.05, im: 0, error: 0.01 };
  const result = {
    home: true,
    sets: [set(0.5, 1), set(0.95, 1), set(1, 2), set(1.1, null)],
    doubling: 0.976,
    lowest,
    highest: null,
  };
  expect(describeLambda(request, result)).toMatch(
    /rests up to λ = 0.95, enters a 2-cycle at λ = 1, and repeats nothing from 1.1 on\. The lowest eigenvalue of f, −1.05.*0.976/,
  );
  expect(describeLambda(request, { ...result, lowest: null, doubling: null })).toMatch(/No real eigenvalue/);
  expect(describeLambda(request, { ...result, home: false })).toMatch(/trajectory 2 at iteration 70.*no fixed point/);
});

it("says how the floor grows and what shakes the state loose", () => {
  const request = { kind: "noiseFloor", origin, sigmas: [0.05, 0.1], copies: 6, hold: 48, cool: 64 } as const;
  const point = { sigma: 0.05, floor: 0.04, low: 0.03, high: 0.05, stayed: 6, n: 6 };
  const say = (leaves: Parameters<typeof describeSigma>[1]["leaves"]) =>
    describeSigma(request, { home: true, points: [point], leaves });
  expect(say({ kind: "at", size: 0.2, low: 0.15, high: 0.3, floor: 0 })).toMatch(
    /0.8 times the noise.*σ = 0.2 \(95\u00a0%: 0.15 to 0.3\)/,
  );
  expect(say({ kind: "beyond", size: 0.5 })).toMatch(/Even σ = 0.5 does not/);
  expect(say({ kind: "below", size: 0.05 })).toMatch(/Already σ = 0.05/);
});
