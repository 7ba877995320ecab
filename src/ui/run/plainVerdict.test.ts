import { expect, it } from "vitest";
import type { Outcome } from "../../model/eqr/record/outcome";
import type { TrajectoryView } from "../../viz/types";
import { needsMore, plainVerdict } from "./plainVerdict";

const view = (outcome: Outcome, number: number | null = null, settledAt: number | null = null): TrajectoryView => ({
  ...{ index: 0, outcome, residual: 0.1, q: 0, settledAt, nudge: null },
  grid: number === null ? null : { number, letter: null, hue: null },
});
const input = (views: TrajectoryView[], more = {}) => ({ views, k: 128, over: true, impossible: false, ...more });
const many = (n: number, one: TrajectoryView) => Array.from({ length: n }, () => one);

it("says whether it is solved, by whom and after how long", () => {
  const solved = many(12, view("settled-valid", 0, 37));
  expect(plainVerdict(input(solved))).toBe("Solved: all 12 starts agree, after 37 iterations.");
  expect(plainVerdict(input([view("settled-valid", 0, 20)]))).toBe("Solved, after 20 iterations.");
  expect(plainVerdict(input([...solved.slice(4), ...many(4, view("wandering"))]))).toBe(
    "Solved by 8 of 12 starts, after 37 iterations.",
  );
  expect(plainVerdict(input([view("settled-valid", 0, 37), view("settled-valid", 1, 46)]))).toBe(
    "Solved in 2 different ways, after 46 iterations.",
  );
  expect(plainVerdict(input([view("settled-valid", 0, 37), view("settled-valid", 1, 46), view("wandering")]))).toBe(
    "Solved in 2 different ways by 2 of 3 starts, after 46 iterations.",
  );
});

it("names what is missing, and why where that is known", () => {
  const none = many(3, view("wandering"));
  expect(plainVerdict(input(none))).toBe("Not solved in 128 iterations.");
  expect(plainVerdict(input([view("settled-other", 0, 9), ...none]))).toBe(
    "Not solved in 128 iterations: one start stopped at a wrong grid.",
  );
  expect(plainVerdict(input(none, { impossible: true }))).toBe(
    "Not solved, and it cannot be: this puzzle has no solution.",
  );
  expect(plainVerdict(input(many(3, view("moving")), { over: false, k: 5 }))).toBe("Not solved yet by any start.");
  expect(plainVerdict(input(many(12, view("start")), { over: false, k: 0 }))).toBe("12 random starts, about to run.");
});

it("asks for more only where a run has ended unsolved and could be solved", () => {
  const none = many(3, view("wandering"));
  expect(needsMore(input(none))).toBe(true);
  expect(needsMore(input(none, { over: false }))).toBe(false);
  expect(needsMore(input(none, { impossible: true }))).toBe(false);
  expect(needsMore(input([view("settled-valid", 0, 9), ...none]))).toBe(false);
});
