import { expect, it } from "vitest";
import { grainAt, interlaced } from "./interlace";

it("holds every pixel once", () => {
  for (const size of [16, 32, 128]) {
    const order = interlaced(size);
    expect(order).toHaveLength(size * size);
    expect(new Set(order).size).toBe(size * size);
  }
});

it("begins with the coarse picture and halves the grain", () => {
  const order = interlaced(64);
  expect([...order.slice(0, 256)].every((pixel) => pixel % 4 === 0 && Math.floor(pixel / 64) % 4 === 0)).toBe(true);
  expect([...order.slice(0, 1024)].every((pixel) => pixel % 2 === 0 && Math.floor(pixel / 64) % 2 === 0)).toBe(true);
  expect(grainAt(0, 64)).toBe(4);
  expect(grainAt(1023, 64)).toBe(4);
  expect(grainAt(1024, 64)).toBe(2);
  expect(grainAt(4096, 64)).toBe(1);
});
