import { expect, it } from "vitest";
import { defaultRecipe } from "../../../model/eqr/recipe/recipe";
import type { RadiusRequest } from "../../../model/experiments/basinRadius";
import { describeSweep } from "./radiusWords";

const request: RadiusRequest = {
  kind: "basinRadius",
  origin: { recipe: defaultRecipe(".".repeat(81), "m"), trajectory: 3, k: 60 },
  perturbation: { kind: "noise", cells: null },
  sizes: [0.5, 1],
  kicks: 8,
  depth: 128,
};
const tallies = [
  { size: 0.5, returned: 8, elsewhere: 0, lost: 0 },
  { size: 1, returned: 8, elsewhere: 0, lost: 0 },
];

it("names the basin's radius with its interval and n, or on which side of the sizes it lies", () => {
  const say = (radius: Parameters<typeof describeSweep>[1]["radius"], home = true) =>
    describeSweep(request, { radius, home, tallies });
  const text = say({ kind: "at", size: 0.812, low: 0.6, high: null, floor: 0 });
  expect(text).toMatch(
    /size of 0.81 \(95\u00a0%: 0.6 to beyond all sizes tried\).*trajectory 4.*8 kicks at each of 2 sizes/,
  );
  expect(say({ kind: "at", size: 6.1, low: 5, high: 8, floor: 0.4 })).toMatch(
    /returns falls to about 40 %, half-way at a size of 6.1/,
  );
  expect(say({ kind: "beyond", size: 1 })).toMatch(/at least as wide.*All of them came back/);
  expect(say({ kind: "below", size: 0.5 })).toMatch(/narrower/);
  expect(say(null, false)).toMatch(/does not settle in 128 iterations/);
});

it("says where the others went", () => {
  const lost = [...tallies.slice(1), { size: 1, returned: 0, elsewhere: 2, lost: 6 }];
  expect(
    describeSweep(request, {
      radius: { kind: "at", size: 0.7, low: 0.6, high: 0.9, floor: 0 },
      home: true,
      tallies: lost,
    }),
  ).toMatch(/2 came to rest elsewhere and 6 nowhere/);
});
