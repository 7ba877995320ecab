import { expect, it } from "vitest";
import { startState } from "../eqr/noise/noise";
import { defaultRecipe } from "../eqr/recipe/recipe";
import { START_DEVIATION } from "../eqr/recipe/startDeviation";
import { finish } from "../lab/lab.testing";
import { attractor, twoAttractorLab, UP_GRID } from "../lab/twoAttractors.testing";
import { neighbourDistance, pathIndependence } from "./pathIndependence";

const recipe = { ...defaultRecipe(UP_GRID, "random"), seed: 3, depth: 60 };

it("scores a map of two attractors as its basins say", async () => {
  const lab = await twoAttractorLab();
  const starts = 12;
  const { result } = await finish(pathIndependence.run(lab, { kind: "pathIndependence", recipe, starts }));
  const up = Array.from({ length: starts }, (_, t) => startState(3, t, lab.size)).filter(
    (state) => state.reduce((sum, value) => sum + value, 0) > 0,
  ).length;
  // End states are all alike or opposite: cosine 1 or -1.
  const alike = up * (up - 1) + (starts - up) * (starts - up - 1);
  expect(result.alignment?.mean).toBeCloseTo((2 * alike) / (starts * (starts - 1)) - 1, 4);
  expect(result.ends).toHaveLength(starts);
  expect(result.ends.filter(({ group }) => group === 0)).toHaveLength(Math.max(up, starts - up));
  for (const { end, same } of result.pairs) expect(end).toBeCloseTo(same ? 0 : 2 * attractor(), 2);
  expect(result.same.n).toBe(starts / 2);
});

it("puts neighbours at the distances it says, from a touch to that of another start", async () => {
  const lab = await twoAttractorLab();
  const {
    result: { pairs },
  } = await finish(pathIndependence.run(lab, { kind: "pathIndependence", recipe, starts: 4 }));
  const near = pairs.filter(({ near }) => near);
  expect(near).toHaveLength(4);
  near.forEach(({ start }, i) => {
    // Gaussian starts lie on the sphere only nearly.
    expect(start / neighbourDistance(i, 4)).toBeCloseTo(1, 1);
  });
  expect(neighbourDistance(0, 4)).toBeCloseTo(0.01 * START_DEVIATION, 12);
  expect(neighbourDistance(3, 4)).toBeCloseTo(Math.SQRT2 * START_DEVIATION, 12);
});
