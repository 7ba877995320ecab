import { expect, it } from "vitest";
import { placesOf } from "./drawKick";

it("takes two of the three axes, and stops where the axes have turned", () => {
  const track = { trajectory: 0, k: 9, outcome: "moving" as const, grid: null };
  const coords = [1, 2, 3, 4, 5, 6, Number.NaN, Number.NaN, Number.NaN];
  expect(placesOf({ ...track, coords }, [0, 2])).toEqual([
    [1, 3],
    [4, 6],
  ]);
  expect(placesOf({ ...track, coords: [] }, [0, 1])).toEqual([]);
});
