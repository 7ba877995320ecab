import { expect, it } from "vitest";
import { type BasinMap, PENDING, WANDERING } from "../../model/experiments/basins";
import { fakeTag } from "../testing";
import { coarserPixel, paintBasins, spread } from "./paint";

const COLORS: Record<string, string> = {
  "--surface": "rgb(255, 255, 255)",
  "--sunk": "rgb(10, 10, 10)",
  "--outcome-valid": "rgb(0, 100, 0)",
  "--outcome-other": "rgb(100, 0, 100)",
  "--outcome-wandering": "rgb(200, 100, 0)",
};
const palette = (name: string) => COLORS[name] ?? "rgb(1, 2, 3)";

/** 4 x 4: left half basin 0, right half basin 1, all run unless told otherwise. */
function map(change: Partial<BasinMap> = {}): BasinMap {
  const right = Array.from({ length: 16 }, (_, pixel) => (pixel % 4 > 1 ? 1 : 0));
  return {
    size: 4,
    basin: Int16Array.from(right),
    iterations: Uint16Array.from(right, (side) => 10 + 30 * side),
    basins: [
      { digits: new Uint8Array(81), valid: true, count: 8 },
      { digits: new Uint8Array(81), valid: false, count: 8 },
    ],
    done: 16,
    plane: { kind: "directions", first: 1, along: 0, across: 1 },
    window: { x: 0, y: 0, half: 1 },
    ...change,
  };
}
const pixelOf = (rgba: Uint8ClampedArray, pixel: number) => [...rgba.slice(pixel * 4, pixel * 4 + 4)];

it("colours by basin, and pales with the iterations", () => {
  const rgba = paintBasins(map(), [], palette);
  expect(pixelOf(rgba, 0)).toEqual([0, 100, 0, 255]);
  const [r = 0, g = 0] = pixelOf(rgba, 3);
  expect(r).toBeGreaterThan(150);
  expect(g).toBeGreaterThan(150);
});

it("shows the coarser pixel where one is still to be run, and the ground where none is known", () => {
  const basin = new Int16Array(16).fill(PENDING);
  basin[0] = 0;
  expect(coarserPixel(map({ basin }), 15)).toBe(0);
  expect(pixelOf(paintBasins(map({ basin }), [], palette), 15)).toEqual([0, 100, 0, 255]);
  expect(pixelOf(paintBasins(map({ basin: new Int16Array(16).fill(PENDING) }), [], palette), 5)).toEqual([
    10, 10, 10, 255,
  ]);
});

it("leaves wandering starts pale", () => {
  const [r = 0, , b = 0] = pixelOf(paintBasins(map({ basin: new Int16Array(16).fill(WANDERING) }), [], palette), 0);
  expect(r).toBeGreaterThan(b);
  expect(b).toBeGreaterThan(150);
});

it("colours by the hue that a grid has everywhere, not by its place in the map", () => {
  const both = map({ basins: map().basins.map((one) => ({ ...one, valid: true })) });
  const hues = (name: string) => (name === "--grid-0" ? "rgb(0, 0, 9)" : name === "--grid-1" ? "rgb(0, 0, 5)" : "");
  const rgba = paintBasins({ ...both, iterations: new Uint16Array(16) }, [fakeTag(1), fakeTag(0)], hues);
  expect([pixelOf(rgba, 0)[2], pixelOf(rgba, 3)[2]]).toEqual([5, 9]);
});

it("leaves all that are not valid in their purple", () => {
  const rgba = paintBasins({ ...map(), iterations: new Uint16Array(16) }, [fakeTag(1), fakeTag(0)], palette);
  expect(pixelOf(rgba, 3)).toEqual([100, 0, 100, 255]);
});

it("spreads the shading over what settled", () => {
  expect(spread(map())).toEqual([10, 40]);
});
