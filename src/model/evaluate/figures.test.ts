import { describe, expect, it } from "vitest";
import { PRESETS } from "../eqr/recipe/presets";
import { defaultRecipe } from "../eqr/recipe/recipe";
import { curvesOf } from "./curves";
import { figuresOf, percentile, sharesOf } from "./figures";
import type { Judged } from "./judge";
import { curveLines, reportOf, settingsOf, shareLines, summaryLines } from "./report";
import { CSV_HEADINGS, csvLine } from "./table";

const row = { line: 3, puzzle: ".".repeat(81), solution: null };
const uneventful = { index: 0, grid: "1".repeat(81), iterations: 10, accepted: true, settled: true, cycles: 1 };
const none = { grids: [], table: [] };
const one = (changes: Partial<Judged["answer"]> = {}, solved = true, marks: boolean[] = []): Judged => ({
  row,
  solved,
  marks,
  answer: { ...uneventful, residual: 1e-6, q: 4.5, guesses: 3, marks: none, ...changes },
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
    puzzle: row.puzzle,
    grid: uneventful.grid,
    solved: "1",
    accepted: "0",
    settled: "1",
    cycles: "3",
    iterations: "14",
    gflop: "7.000",
    residual: "0.000001000",
    q: "4.500",
    guesses: "3",
  });
  expect(csvLine(one({ guesses: null }), cost)).toMatch(/,$/);
});

describe("the sentences", () => {
  const pure = { ...defaultRecipe("", "m"), breadth: 2 };
  const figures = figuresOf([one(), one({}, false)], cost);

  it("always name the kind of breadth", () => {
    expect(settingsOf(pure, null, "q").lines[0]).toMatch(/^preset none, pure breadth: .* the paper$/);
    const nudged = { ...pure, ...PRESETS.extreme.fields };
    expect(settingsOf(nudged, "extreme", "q")).toMatchObject({
      values: { kind: "nudged", nudges: 3 },
      lines: [expect.stringMatching(/^preset extreme, nudged breadth: .*not the paper's$/), expect.any(String)],
    });
  });

  it("report what was believed, what rested and what it cost", () => {
    expect(summaryLines(figures, pure, 1.26)).toEqual([
      "accepted 2 of 2 (q above 2), 1 of them wrong; settled 2 of 2, 1 of them wrong",
      "per puzzle: iterations mean 20.0, 99th percentile 20; GFLOP mean 10.00, 99th percentile 10.00",
      "10.0 iterations per start on average, 40 in all, 1.3 s",
    ]);
    const [accepted, each] = summaryLines(figures, { ...pure, nudges: 6 }, 1);
    expect(accepted).toBe("accepted 2 of 2 (at rest after a release, q above 2), 1 of them wrong");
    expect(each).toMatch(/^per puzzle in 1.0 cycles on average: /);
  });
});

describe("the shares", () => {
  const judged = [one(), one({}, false), one({ settled: false, accepted: false }), one({ accepted: false })];

  it("are of the accepted, the settled and the solved", () => {
    const { solved, acceptedRight, settledRight, solvedSettled } = sharesOf(figuresOf(judged, cost));
    const counts = [solved, acceptedRight, settledRight, solvedSettled].map(({ count, n }) => [count, n]);
    expect(counts).toEqual([
      [3, 4],
      [1, 2],
      [2, 3],
      [2, 3],
    ]);
  });

  it("are given with their intervals, but not of no cases", () => {
    const recipe = defaultRecipe("", "m");
    expect(shareLines(figuresOf(judged, cost), recipe)).toEqual([
      "solved: 3 of 4 = 0.7500 (95 % interval 0.3006 to 0.9544)",
      "right among accepted: 1 of 2 = 0.5000 (95 % interval 0.0945 to 0.9055)",
      "right among settled: 2 of 3 = 0.6667 (95 % interval 0.2077 to 0.9385)",
      "settled (residual below 0.0001) among solved: 2 of 3 = 0.6667 (95 % interval 0.2077 to 0.9385)",
    ]);
    const restless = [one({ settled: false, accepted: false })];
    expect(shareLines(figuresOf(restless, cost), recipe)).toEqual([expect.stringMatching(/^solved: 1 of 1/)]);
  });
});

it("draws accuracy by depth for every breadth", () => {
  // Depths 1, 2 and breadths 1, 2: the first puzzle needs both, the second only the depth.
  const scales = { depths: [1, 2], breadths: [1, 2] };
  const judged = [one({}, true, [false, false, false, true]), one({}, true, [false, false, true, true])];
  const curves = curvesOf(judged, scales);
  expect(curves.map(({ breadth, shares }) => [breadth, ...shares.map(({ share }) => share)])).toEqual([
    [1, 0, 0.5],
    [2, 0, 1],
  ]);
  expect(curves[0]?.shares[1]).toMatchObject({ count: 1, n: 2 });
  expect(curveLines(curves, scales.depths).slice(1)).toEqual([
    "   depth      B=1      B=2",
    "       1   0.0000   0.0000",
    "       2   0.5000   1.0000",
  ]);
  const recipe = { ...defaultRecipe("", "m"), depth: 2, breadth: 2 };
  expect(reportOf(judged, recipe, cost)).toMatchObject({
    accuracy: 1,
    depths: [1, 2],
    curves: [
      { breadth: 1, solved: [0, 1] },
      { breadth: 2, solved: [0, 2] },
    ],
    shares: { solved: { count: 2, n: 2 } },
  });
});
