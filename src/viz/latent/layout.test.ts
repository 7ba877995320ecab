import { expect, it } from "vitest";
import { boardOrigin, candidateAt, candidateOrigin, layoutBoards } from "./layout";

it("fits into the room it is given, in whole pixels", () => {
  for (const [width, height] of [
    [400, 430],
    [366, 407],
    [900, 300],
  ] as const) {
    const layout = layoutBoards(width, height);
    expect(layout.width).toBeLessThanOrEqual(width);
    expect(layout.height).toBeLessThanOrEqual(height);
    expect(Number.isInteger(layout.side)).toBe(true);
  }
});

it("finds every candidate where it is drawn, at its first and its last pixel", () => {
  const layout = layoutBoards(400, 430);
  for (let digit = 1; digit <= 9; digit++)
    for (let cell = 0; cell < 81; cell++) {
      const { x, y } = candidateOrigin(layout, { cell, digit });
      expect(candidateAt(layout, x, y)).toEqual({ cell, digit });
      expect(candidateAt(layout, x + layout.side - 1, y + layout.side - 1)).toEqual({ cell, digit });
    }
});

it("finds none between the boards", () => {
  const layout = layoutBoards(400, 430);
  const { x, y } = boardOrigin(layout, 5);
  expect(candidateAt(layout, x - 3, y + 5)).toBeNull();
  expect(candidateAt(layout, x + 5, y - 3)).toBeNull();
  expect(candidateAt(layout, -1, -1)).toBeNull();
});
