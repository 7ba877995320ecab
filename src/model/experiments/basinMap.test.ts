import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { planeOf, weightsAt } from "../analysis/plane";
import { startState } from "../eqr/noise/noise";
import { defaultRecipe } from "../eqr/recipe/recipe";
import type { Lab } from "../lab/lab";
import { finish } from "../lab/lab.testing";
import { DOWN_GRID, twoAttractorLab, UP_GRID } from "../lab/twoAttractors.testing";
import { type BasinRequest, basinMap } from "./basinMap";
import { pointOf, WANDERING } from "./basins";

const puzzle = `${UP_GRID.slice(0, 40)}${".".repeat(41)}`;
const request: BasinRequest = {
  kind: "basinMap",
  recipe: { ...defaultRecipe(puzzle, "random"), seed: 5, depth: 60 },
  plane: { kind: "directions", bases: [0, 1, 2].map((trajectory) => ({ trajectory, iterations: 0 })) as never },
  window: { x: 0.2, y: -0.1, half: 1.5 },
  size: 16,
};

let lab: Lab;
beforeAll(async () => {
  lab = await twoAttractorLab();
});

describe("a map of two attractors", () => {
  it("draws the boundary where it is known to lie", async () => {
    const { result: map } = await finish(basinMap.run(lab, request));
    const bases = [0, 1, 2].map((trajectory) => startState(5, trajectory, lab.size));
    const [a, b, c] = bases as [Float32Array, Float32Array, Float32Array];
    const plane = planeOf("directions", [a, b, c]);
    const means = bases.map((state) => state.reduce((sum, value) => sum + value, 0) / state.length);
    const upFirst = map.basins[0]?.digits.join("") === UP_GRID;
    let wrong = 0;
    for (let pixel = 0; pixel < 16 * 16; pixel++) {
      const { x, y } = pointOf(pixel, 16, map.window);
      const mean = weightsAt(plane, x, y).reduce((sum, weight, i) => sum + weight * (means[i] ?? 0), 0);
      const up = (map.basin[pixel] === 0) === upFirst;
      if (up !== mean > 0) wrong++;
    }
    expect(wrong).toBe(0);
    expect(map.done).toBe(256);
    expect(map.basins).toHaveLength(2);
    expect(map.basins.map(({ digits, valid }) => [digits.join(""), valid]).sort()).toEqual([
      [DOWN_GRID, false],
      [UP_GRID, true],
    ]);
    expect(map.basins.reduce((sum, { count }) => sum + count, 0)).toBe(256);
    // Nearer to the boundary it takes longer.
    expect(Math.max(...map.iterations)).toBeGreaterThan(Math.min(...map.iterations));
  });

  it("is the same however fast the device is, and coarse pixels are those of a fine one", async () => {
    const { result: fast } = await finish(basinMap.run(lab, request));
    let clock = 0;
    // Every look at the clock finds a second gone: batches stay as small as can be.
    const { result: slow } = await finish(basinMap.run(await twoAttractorLab({ now: () => (clock += 1000) }), request));
    expect(slow).toEqual(fast);
  });

  it("calls wandering what has no time to settle, and leaves nothing behind", async () => {
    const before = tf.memory().numTensors;
    const short = { ...request, recipe: { ...request.recipe, depth: 3 } };
    const { result: map } = await finish(basinMap.run(lab, short));
    expect([...new Set(map.basin)]).toEqual([WANDERING]);
    expect(tf.memory().numTensors).toBe(before);
    expect(basinMap.cost(short)).toBe(16 * 16 * 3);
  });

  it("can be abandoned: its lab releases what it held", async () => {
    const own = await twoAttractorLab();
    const before = tf.memory().numTensors;
    const experiment = basinMap.run(own, request);
    for (let i = 0; i < 5; i++) await experiment.next();
    own.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

it("says so when the states span no plane", async () => {
  const base = { trajectory: 0, iterations: 0 };
  const flat: BasinRequest = { ...request, plane: { kind: "points", bases: [base, base, base] } };
  await expect(finish(basinMap.run(lab, flat))).rejects.toThrow("span no plane");
});
