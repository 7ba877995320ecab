import { describe, expect, it } from "vitest";
import { PRESETS } from "../../src/model/eqr/presets";
import { defaultRecipe } from "../../src/model/eqr/recipe";
import { CSV_HEADINGS, csvLine, figuresOf, type Judged, percentile, settingsOf, summaryLines } from "./report";

const task = { line: 3, puzzle: ".".repeat(81), solution: null };
const uneventful = { index: 0, grid: "1".repeat(81), iterations: 10, accepted: true, settled: true, cycles: 1 };
const one = (changes: Partial<Judged["answer"]> = {}, solved = true): Judged => ({
  task,
  solved,
  answer: { ...uneventful, residual: 1e-6, q: 4.5, ...changes },
});
const cost = { breadth: 2, flopsPerIteration: 5e8 };

describe("figuresOf", () => {
  it("counts what is right, what was accepted, and what was accepted wrongly", () => {
    const judged = [one(), one({}, false), one({ accepted: false, settled: false }, false), one({ settled: false })];
    expect(figuresOf(judged, cost)).toMatchObject({
      puzzles: 4,
      solved: 2,
      accuracy: 0.5,
      accepted: 3,
      wronglyAccepted: 1,
      settled: 2,
      wronglySettled: 1,
    });
  });

  it("counts the iterations of all starts", () => {
    const figures = figuresOf([one(), one({ iterations: 30, cycles: 4 })], cost);
    expect(figures).toMatchObject({ meanIterations: 40, iterations99: 60, iterations: 80, meanCycles: 2.5 });
    expect([figures.meanGflop, figures.gflop99]).toEqual([20, 30]);
  });
});

it("takes percentiles by nearest rank", () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(percentile(hundred, 0.99)).toBe(99);
  expect(percentile(hundred.slice(0, 10), 0.99)).toBe(100);
  expect(percentile([7], 0.99)).toBe(7);
});

it("writes a puzzle's line under the headings", () => {
  const cells = csvLine(one({ iterations: 7, accepted: false, cycles: 3 }), cost).split(",");
  expect(Object.fromEntries(CSV_HEADINGS.split(",").map((name, i) => [name, cells[i]]))).toEqual({
    line: "3",
    puzzle: task.puzzle,
    grid: uneventful.grid,
    solved: "1",
    accepted: "0",
    settled: "1",
    cycles: "3",
    iterations: "14",
    gflop: "7.000",
    residual: "0.000001000",
    q: "4.500",
  });
});

describe("the sentences", () => {
  const pure = { ...defaultRecipe("", "m"), breadth: 2 };
  const figures = figuresOf([one(), one({}, false)], cost);

  it("always name the kind of breadth", () => {
    expect(settingsOf(pure, { preset: null, select: "q" }).lines[0]).toMatch(
      /^preset none, pure breadth: .* the paper$/,
    );
    const nudged = { ...pure, ...PRESETS.extreme.fields };
    expect(settingsOf(nudged, { preset: "extreme", select: "q" })).toMatchObject({
      values: { kind: "nudged", nudges: 6 },
      lines: [expect.stringMatching(/^preset extreme, nudged breadth: .*not the paper's$/), expect.any(String)],
    });
  });

  it("tell what was believed, what rested and what it cost", () => {
    expect(summaryLines(figures, pure, 1.26)).toEqual([
      "accepted 2 of 2 (q above 2), 1 of them wrong; settled 2 of 2, 1 of them wrong",
      "a puzzle: iterations mean 20.0, 99th percentile 20; GFLOP mean 10.00, 99th percentile 10.00",
      "10.0 iterations a start on average, 40 in all, 1.3 s",
    ]);
    const [accepted, each] = summaryLines(figures, { ...pure, nudges: 6 }, 1);
    expect(accepted).toBe("accepted 2 of 2 (after a release above 2), 1 of them wrong");
    expect(each).toMatch(/^a puzzle in 1.0 cycles on average: /);
  });
});
