import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type PuzzleTime, timeBands } from "../../model/analysis/adaptive";
import { frameOf } from "../plot/frame";
import { DifficultyPlot } from "./DifficultyPlot";
import { dotsOf, layoutDifficulty, nearestDot } from "./layout";
import { markOf, puzzleSentence, timesSentence } from "./words";

const time = (part: Partial<PuzzleTime>): PuzzleTime => ({
  puzzle: 0,
  guesses: 0,
  starts: 4,
  settled: 4,
  right: 4,
  fastest: 20,
  median: 30,
  slowest: 40,
  ...part,
});
const never = { settled: 0, right: 0, fastest: Infinity, median: Infinity, slowest: Infinity };

describe("the layout", () => {
  const times = [time({ puzzle: 0 }), time({ puzzle: 1, median: 64 }), time({ puzzle: 2, guesses: 31, ...never })];
  const layout = layoutDifficulty(frameOf({ width: 500, height: 300 }), times, 128);

  it("puts longer times higher, and what never settles on the rail above the depth", () => {
    expect(layout.y(64)).toBeLessThan(layout.y(30));
    expect(layout.y(Number.POSITIVE_INFINITY)).toBeLessThan(layout.y(128));
  });

  it("spreads puzzles of one difficulty, and finds each under the pointer", () => {
    const dots = dotsOf(layout, times);
    expect(dots[0]?.x).not.toBe(dots[1]?.x);
    expect(dots[2]?.x).toBeGreaterThan(dots[1]?.x ?? 0);
    for (const dot of dots) expect(nearestDot(dots, dot.x + 2, dot.y, 10)).toBe(dot);
    expect(nearestDot(dots, 0, 0, 10)).toBeNull();
  });
});

it("marks a puzzle by how its starts came out", () => {
  expect(markOf(time({}))).toBe("settled-valid");
  expect(markOf(time({ right: 3 }))).toBe("settled-other");
  expect(markOf(time(never))).toBe("wandering");
});

it("says of a puzzle what its starts did", () => {
  expect(puzzleSentence(time({ puzzle: 6, guesses: 1, settled: 3, right: 2, median: 33 }), 128)).toBe(
    "Puzzle 7: 1 guess; 3 of 4 starts settled, 1 of them wrong; median 33, fastest 20 iterations.",
  );
  expect(puzzleSentence(time(never), 128)).toContain("none of 4 starts settled within 128 iterations");
});

it("sets the easiest band against the hardest, in a sentence", () => {
  const easy = [0, 1, 2].map((puzzle) => time({ puzzle }));
  const hard = [3, 4, 5].map((puzzle) => time({ puzzle, guesses: 25, ...never }));
  expect(timesSentence(timeBands([...easy, ...hard]), 128)).toBe(
    "Median iterations to settle, with 95 % intervals, by guesses: 30 at none (3 puzzles); over 128 at 20 or more (3 puzzles).",
  );
  expect(timesSentence([], 128)).toBeNull();
});

it("is a table of bands with intervals, or says why it is empty", () => {
  const times = Array.from({ length: 8 }, (_, i) => time({ puzzle: i, median: 20 + i }));
  const markup = (shown: readonly PuzzleTime[]) =>
    renderToStaticMarkup(
      <DifficultyPlot times={shown} bands={timeBands(shown)} depth={128} empty="Nothing yet." onPick={() => {}} />,
    );
  expect(markup(times)).toContain('<th scope="row">none</th><td>8</td><td>23 (20–27)</td><td>32 of 32 (89–100 %)</td>');
  expect(markup([])).toContain("Nothing yet.");
});
