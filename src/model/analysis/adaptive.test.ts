import { describe, expect, it } from "vitest";
import { medianInterval, medianOf, puzzleTimes, timeBands } from "./adaptive";
import { createTable } from "./trialTable";

/** Tables of starts that settled at these iterations: 0 under way, -1 never. All that settled are right. */
function tableOf(settledAt: number[][], guesses: number[]) {
  const table = createTable(settledAt.length, settledAt[0]?.length ?? 0, [1, 2]);
  table.settledAt.set(settledAt.flat());
  table.guesses.set(guesses);
  table.right.fill(1);
  return table;
}

describe("times to settle", () => {
  it("are of the starts that have ended, those that never settle last", () => {
    const [one, two] = puzzleTimes(
      tableOf(
        [
          [30, -1, 10],
          [20, 0, 0],
        ],
        [4, 0],
      ),
    );
    expect(one).toMatchObject({ guesses: 4, starts: 3, settled: 2, right: 2, fastest: 10, median: 30 });
    expect(one?.slowest).toBe(Number.POSITIVE_INFINITY);
    expect(two).toMatchObject({ starts: 1, fastest: 20, median: 20, slowest: 20 });
  });

  it("leave out who has not begun, and who has no known difficulty", () => {
    expect(puzzleTimes(tableOf([[0], [5], [6]], [1, -1, 2])).map(({ puzzle }) => puzzle)).toEqual([2]);
  });

  it("come in bands of difficulty, each with its median over puzzles and its share of settled starts", () => {
    const bands = timeBands(puzzleTimes(tableOf([[10], [14], [12], [50], [-1]], [0, 0, 0, 3, 40])));
    expect(bands).toMatchObject([
      { from: 0, to: 0, puzzles: 3, median: 12, interval: null, settled: { count: 3, n: 3 } },
      { from: 1, to: 4, puzzles: 1, median: 50 },
      { from: 20, puzzles: 1, median: Number.POSITIVE_INFINITY, settled: { count: 0, n: 1 } },
    ]);
  });
});

it("takes medians that occur", () => {
  expect([medianOf([1, 2, 3]), medianOf([1, 2, 3, 4]), medianOf([])]).toEqual([2, 2, Number.NaN]);
});

it("bounds a median by the order statistics of tables (n = 10: 2nd and 9th; n = 20: 6th and 15th)", () => {
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
  expect(medianInterval(upTo(5))).toBeNull();
  expect(medianInterval(upTo(6))).toEqual([1, 6]);
  expect(medianInterval(upTo(10))).toEqual([2, 9]);
  expect(medianInterval(upTo(20))).toEqual([6, 15]);
  expect(medianInterval(upTo(50))).toEqual([18, 33]);
});
