import { afterEach, expect, it } from "vitest";
import { magnificationOf, magnify, type Placed, pixelRatio, pointIn } from "./magnified";

afterEach(() => magnify(1));

/** An element 100 CSS pixels wide that is seen from (10, 20) on, as wide as given. */
const elementSeen = (width: number): Placed => ({
  clientWidth: 98,
  offsetWidth: 100,
  getBoundingClientRect: () => ({ left: 10, top: 20, width }),
});

it("gives a pointer's place in the element's own pixels, however much it is magnified", () => {
  expect(pointIn(elementSeen(100), { clientX: 40, clientY: 30 })).toEqual({ x: 30, y: 10 });
  expect(pointIn(elementSeen(250), { clientX: 85, clientY: 45 })).toEqual({ x: 30, y: 10 });
});

it("takes an element that is not laid out as it is", () => {
  expect(magnificationOf(elementSeen(0))).toBe(1);
});

it("draws canvases sharp under magnification", () => {
  const plain = pixelRatio();
  magnify(2.5);
  expect(pixelRatio()).toBe(2.5 * plain);
});
