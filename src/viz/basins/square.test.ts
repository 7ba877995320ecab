import { expect, it } from "vitest";
import { dragged, pixelAt, placeOf, planeAt, scaleBar, squareIn, zoomed } from "./square";

const window = { x: 1, y: -1, half: 2 };
const square = squareIn({ width: 500, height: 420 });

it("fits a square into its box, with room for labels", () => {
  expect(square).toEqual({ left: 50, top: 0, side: 400 });
});

it("goes there and back between picture and plane, y upward", () => {
  expect(planeAt(square, window, 50, 0)).toEqual({ x: -1, y: 1 });
  expect(planeAt(square, window, 450, 400)).toEqual({ x: 3, y: -3 });
  const { x, y } = placeOf(square, window, 0.3, 0.4);
  const back = planeAt(square, window, x, y);
  expect(back.x).toBeCloseTo(0.3, 10);
  expect(back.y).toBeCloseTo(0.4, 10);
});

it("finds the pixel under a point", () => {
  expect(pixelAt(window, 4, -0.99, 0.99)).toBe(0);
  expect(pixelAt(window, 4, 2.99, -2.99)).toBe(15);
  expect(pixelAt(window, 4, 3.1, 0)).toBeNull();
});

it("zooms about a point, and into a drawn square", () => {
  const about = { x: 0, y: 0 };
  const nearer = zoomed(window, 0.5, about);
  expect(nearer).toEqual({ x: 0.5, y: -0.5, half: 1 });
  expect(placeOf(square, nearer, 0, 0)).toEqual(placeOf(square, window, 0, 0));
  expect(dragged(square, window, [150, 100], [250, 150])).toEqual({ x: 0.5, y: -0.25, half: 0.5 });
});

it("chooses a round scale", () => {
  expect([scaleBar(2), scaleBar(1.5), scaleBar(0.01)]).toEqual([1, 0.5, 0.005]);
});
