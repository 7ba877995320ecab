import { expect, it } from "vitest";
import type { ScalingFile } from "../../../model/evaluate/scalingFile";
import { scalingCommand, scalingSentences } from "./scalingWords";

const file = {
  set: "some rows",
  puzzles: 200,
  lambda: 0.7,
  sigma: 0,
  budget: 8192,
  date: "2026-01-31",
} as ScalingFile;

it("says what was measured, and what is the paper's", () => {
  expect(scalingSentences(file)).toEqual([
    "Measured on 2026-01-31: some rows, n = 200 puzzles, pure breadth, the start of smallest residual; λ 0.7, σ 0. Cells of more than 8,192 iterations per puzzle were not measured (dashed).",
    "The paper reports 2.6 % feed-forward and 99.8 % with depth and breadth: its own network, on its own test set.",
  ]);
  expect(scalingSentences({ ...file, puzzles: 20, pending: [1, 2] })[0]).toContain(
    "the first 20 measured of 22 puzzles",
  );
});

it("names the command of a model", () => {
  expect(scalingCommand("m")).toBe("npm run eval -- --puzzles FILE --model m --scaling m.scaling.json");
});
