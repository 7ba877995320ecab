import { expect, it } from "vitest";
import { defaultRecipe } from "../../../model/eqr/recipe/recipe";
import type { BasinRequest } from "../../../model/experiments/basinMap";
import { type BasinMap, WANDERING } from "../../../model/experiments/basins";
import { describeBasins, describePlane, FIRST_DIRECTION, nameOfBase } from "./words";

const request: BasinRequest = {
  kind: "basinMap",
  recipe: defaultRecipe(".".repeat(81), "m"),
  plane: {
    kind: "points",
    bases: [
      { trajectory: 3, iterations: 0 },
      { trajectory: 0, iterations: 60 },
      { trajectory: 1, iterations: 0 },
    ],
  },
  window: null,
  size: 32,
};

it("names what spans the plane, counting from 1", () => {
  expect(nameOfBase({ trajectory: FIRST_DIRECTION, iterations: 0 }, {})).toBe("direction 1");
  expect(describePlane(request)).toBe("Runs 1,024 starts on the plane through start 4, settled 1 and start 2:");
  const start = [{ trajectory: 4, iterations: 0, weight: 1 }];
  expect(nameOfBase({ trajectory: 0, iterations: 0 }, { start })).toBe("the Gaussian start 1");
  expect(nameOfBase({ trajectory: 1, iterations: 0 }, { start })).toBe("start 2");
  expect(describePlane({ ...request, recipe: { ...request.recipe, sigma: 0.1 } })).toContain(
    "with noise and nudges off",
  );
});

it("says what the map shows, as far as it has come", () => {
  const map: BasinMap = {
    size: 2,
    basin: Int16Array.of(0, 0, 1, WANDERING),
    iterations: new Uint16Array(4),
    basins: [
      { digits: new Uint8Array(81), valid: true, count: 2 },
      { digits: new Uint8Array(81), valid: false, count: 1 },
    ],
    done: 4,
    plane: { kind: "points", first: 1, along: 0, across: 1 },
    window: { x: 0, y: 0, half: 1 },
  };
  expect(describeBasins(map)).toBe(
    "Of 4 starts: 50 % settle on one valid grid, 25 % on one invalid grid, 25 % do not settle.",
  );
  expect(describeBasins({ ...map, size: 4 })).toContain("so far");
  expect(describeBasins({ ...map, done: 0 })).toBe("");
});
