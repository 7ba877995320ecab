import { expect, it } from "vitest";
import { defaultRecipe } from "../../../model/eqr/recipe/recipe";
import type { Figures } from "../../../model/evaluate/figures";
import { DEFAULT_FIELDS } from "../../store/settings";
import { planOf } from "./plan";
import type { Trial } from "./store";
import { describeProgress, describeResult } from "./words";

const base = defaultRecipe(".".repeat(81), "m");

const figures: Figures = {
  puzzles: 60,
  solved: 54,
  accuracy: 0.9,
  accepted: 50,
  wronglyAccepted: 0,
  settled: 55,
  wronglySettled: 1,
  meanIterations: 1234.4,
  iterations99: 1536,
  meanGflop: 19.3,
  gflop99: 24,
  meanCycles: 12,
  iterations: 74064,
};
const trial = (changes: Partial<Trial> = {}): Trial => ({
  status: "done",
  setName: "s",
  plan: "page",
  request: { kind: "evaluate", recipe: defaultRecipe(".".repeat(81), "m"), select: "residual", puzzles: [] },
  tasks: Array.from({ length: 60 }, (_, i) => ({ line: i + 1, puzzle: ".".repeat(81), solution: null })),
  cost: { breadth: 12, flopsPerIteration: 1e6 },
  judged: [],
  worked: 0,
  message: null,
  ...changes,
});

it("says what came out, what was wrong with it, and what it cost", () => {
  expect(describeResult(figures, trial())).toEqual([
    "Pure breadth solves 54 of 60 = 90 % (95 % interval: 80 to 95 %).",
    "Of 50 accepted grids, none is wrong.",
    "Of 55 settled states, 1 is wrong.",
    "A puzzle costs 1,234 iterations on average (19 GFLOP), 99 % of them at most 1,536.",
  ]);
});

it("warns that slow puzzles are still running, names the kind of breadth, and says nothing of nothing", () => {
  const nudged = { ...trial().request, recipe: { ...trial().request.recipe, nudges: 6 } };
  expect(describeResult(figures, trial({ status: "running", request: nudged }))[0]).toBe(
    "Nudged breadth solves 54 of 60 = 90 % (95 % interval: 80 to 95 %) so far (slow puzzles are still running).",
  );
  expect(describeResult({ ...figures, puzzles: 0 }, trial())).toEqual([]);
});

it("says how far it is", () => {
  expect(describeProgress(trial())).toBe("0 of 60 puzzles answered");
  expect(describeProgress(trial({ status: "paused" }))).toBe("0 of 60 puzzles answered, paused");
});

it("plans by the page's settings, or by a preset with the page's seed", () => {
  const fields = { ...DEFAULT_FIELDS, sigma: 0.1, noisyFor: 9, period: 12, seed: 5, nudges: 2 };
  expect(planOf("page", base, fields, "vote")).toMatchObject({
    select: "q",
    recipe: { model: "m", sigma: 0.1, noisyFor: 9, period: 12, seed: 5 },
  });
  expect(planOf("pure", base, fields, "vote")).toMatchObject({
    select: "residual",
    recipe: { sigma: 0, breadth: 32, depth: 256, nudges: 0, seed: 5 },
  });
  expect(planOf("deep", base, fields, "vote")).toMatchObject({
    select: "residual",
    recipe: { sigma: 0.2, noisyFor: 192, period: 256, breadth: 16, depth: 4096, nudges: 0, seed: 5 },
  });
  // As npm run eval -- --preset extreme has it.
  expect(planOf("extreme", base, fields, "vote").recipe).toMatchObject({ breadth: 1, nudges: 3, depth: 32_768 });
});
