import { expect, it } from "vitest";
import { seededRng } from "../tasks/sudoku/random";
import { alignment } from "./alignment";

const product = (a: number, b: number) => a * b;

it("is 1 where all are alike", () => {
  expect(alignment([1, 1, 1, 1], product)).toEqual({ mean: 1, low: 1, high: 1, n: 4 });
});

it("is the mean over pairs", () => {
  // Pairs of 1, 1, -1: one alike, two opposite.
  expect(alignment([1, 1, -1], product)?.mean).toBeCloseTo(-1 / 3, 12);
  expect(alignment([1, 1], product)).toBeNull();
});

it("has an interval that holds the truth about as often as it says", () => {
  const rng = seededRng("alignment");
  let held = 0;
  const rounds = 400;
  for (let round = 0; round < rounds; round++) {
    // Members are 1 with chance 0.8, else -1: two agree in the mean by (0.8 - 0.2)^2.
    const members = Array.from({ length: 40 }, () => (rng() < 0.8 ? 1 : -1));
    const found = alignment(members, product);
    if (found && found.low <= 0.36 && found.high >= 0.36) held++;
  }
  expect(held / rounds).toBeGreaterThan(0.88);
  expect(held / rounds).toBeLessThan(0.99);
});
