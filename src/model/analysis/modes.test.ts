import { expect, it } from "vitest";
import { judgeMode, type ModeMeasurement } from "./modes";

const measured = (part: Partial<ModeMeasurement>): ModeMeasurement => ({
  starts: 100,
  correct: 0,
  spurious: 0,
  unsettled: 100,
  solutionHolds: null,
  ...part,
});
const modeOf = (part: Partial<ModeMeasurement>) => judgeMode(measured(part)).mode;

it("finds the four modes", () => {
  expect(modeOf({ solutionHolds: false })).toBe("absent");
  expect(modeOf({ correct: 60, spurious: 5, solutionHolds: true })).toBe("together");
  expect(modeOf({ correct: 20, solutionHolds: true })).toBe("narrow");
  expect(modeOf({ correct: 0, solutionHolds: true })).toBe("narrow");
  expect(modeOf({ correct: 90, solutionHolds: true })).toBe("broad");
});

it("claims nothing that the starts do not show", () => {
  // No start found a solution, but nobody looked whether one is an attractor.
  expect(modeOf({})).toBe("undecided");
  // 50 of 100: the interval holds one half.
  expect(modeOf({ correct: 50, solutionHolds: true })).toBe("undecided");
  // 4 % spurious are below what counts; the same share of more starts decides the rest.
  expect(modeOf({ correct: 58, spurious: 4 })).toBe("undecided");
  expect(modeOf({ starts: 1000, correct: 580, spurious: 40 })).toBe("broad");
});

it("carries the shares with their intervals", () => {
  const { correct } = judgeMode(measured({ correct: 20 }));
  expect(correct.share).toBe(0.2);
  expect(correct.low).toBeCloseTo(0.1334, 4);
  expect(correct.high).toBeCloseTo(0.2888, 4);
});
