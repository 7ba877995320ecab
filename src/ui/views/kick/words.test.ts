import { expect, it } from "vitest";
import { defaultRecipe } from "../../../model/eqr/recipe/recipe";
import type { KickRequest, KickResult } from "../../../model/experiments/kick";
import { describeKick, describePerturbation } from "./words";

const request: KickRequest = {
  kind: "kick",
  origin: { recipe: defaultRecipe(".".repeat(81), "m"), trajectory: 3, k: 60 },
  perturbation: { kind: "noise", size: 0.5, cells: [4] },
  draw: 0,
  depth: 128,
};
const ending = { settledAt: 31, residual: 0.1, q: 0, digits: new Uint8Array(81) };
const result: KickResult = {
  outcome: "same",
  home: [0],
  kicked: [0.3, 0.1],
  distance: [0.5, 0.2, 0.1],
  cells: [9, 1],
  path: null,
  homeEnding: ending,
  kickedEnding: ending,
};

it("says what a kick does", () => {
  expect(describePerturbation(request)).toMatch(
    /0.5 times as long as the part it changes, in 1 brushed cell at iteration 60/,
  );
  expect(describePerturbation({ ...request, perturbation: { kind: "erase", cells: null } })).toMatch(
    /random start in all 81 cells/,
  );
  expect(describePerturbation({ ...request, perturbation: { kind: "towards", size: 1, trajectory: 0 } })).toMatch(
    /towards trajectory 1/,
  );
});

it("says what became of it, and how much differs", () => {
  const say = (change: Partial<KickResult>) => describeKick(request, { ...result, ...change });
  expect(say({})).toMatch(/^Trajectory 4 came back to the same fixed point, at rest from iteration 31/);
  expect(say({ outcome: "other" })).toMatch(
    /another fixed point.*10 % of the state's norm away, 1 cell decodes differently/,
  );
  expect(say({ outcome: "none", cells: [0] })).toMatch(/no fixed point in 2 iterations.*no cell decodes differently/);
  expect(say({ outcome: "no-home" })).toMatch(/Choose a trajectory that settles, or lower λ/);
});
