import { expect, it } from "vitest";
import { startState } from "../eqr/noise/noise";
import { defaultRecipe } from "../eqr/recipe/recipe";
import { finish } from "../lab/lab.testing";
import { attractor, DOWN_GRID, twoAttractorLab, UP_GRID } from "../lab/twoAttractors.testing";
import { type Landscape, type LandscapeRequest, landscape as landscapes } from "./landscape";

const puzzle = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
const recipe = { ...defaultRecipe(puzzle, "random"), seed: 3, depth: 60 };

it("finds both attractors with the shares that the starts' means say, and how far they are apart", async () => {
  const lab = await twoAttractorLab();
  const starts = 40;
  const {
    result: [landscape],
  } = await finish(landscapes.run(lab, { kind: "landscape", recipe, puzzles: [puzzle], starts }));
  const above = Array.from({ length: starts }, (_, t) => startState(3, t, lab.size)).filter(
    (state) => state.reduce((sum, value) => sum + value, 0) > 0,
  ).length;
  const { points = [], distances = [] } = landscape as Landscape;
  const counts = new Map(points.map(({ digits, count }) => [digits.join(""), count]));
  expect(counts.get(UP_GRID)).toBe(above);
  expect(counts.get(DOWN_GRID)).toBe(starts - above);
  expect(points.map(({ valid, digits }) => [valid, digits.join("") === UP_GRID])).toEqual(
    expect.arrayContaining([
      [true, true],
      [false, false],
    ]),
  );
  expect(distances[1]).toBeCloseTo(2 * attractor(), 2);
  expect(landscape).toMatchObject({ done: starts, wandering: 0, broken: 0, solutions: { count: 1, exact: true } });
  expect((points[0]?.count ?? 0) >= (points[1]?.count ?? 0)).toBe(true);
});

it("reports each puzzle as it goes, and counts its solutions", async () => {
  const lab = await twoAttractorLab();
  const open = `${puzzle.slice(0, 60)}${".".repeat(21)}`;
  const request: LandscapeRequest = { kind: "landscape", recipe, puzzles: [puzzle, open], starts: 4 };
  const { reports, result } = await finish(landscapes.run(lab, request));
  expect(result.map((one) => one.puzzle)).toEqual([puzzle, open]);
  expect(result[1]?.solutions.count).toBeGreaterThan(1);
  const first = reports[0]?.partial[0];
  expect(first?.done).toBeLessThanOrEqual(4);
  expect(reports.every(({ done }, i) => done >= (reports[i - 1]?.done ?? 0))).toBe(true);
  expect(reports.at(-1)?.done).toBe(lab.spent);
  expect(lab.spent).toBeLessThanOrEqual(landscapes.cost(request));
});

it("tries whether solutions are attractors: here one is, and the other belongs to no attractor", async () => {
  const lab = await twoAttractorLab();
  const { result } = await finish(landscapes.run(lab, { kind: "landscape", recipe, puzzles: [puzzle], starts: 2 }));
  // The state that the full grid leads to lies on either side by chance; only UP_GRID is the solution.
  expect(result[0]?.probe?.tried).toBe(1);
  const own = startState(3, 0, lab.size).reduce((sum, value) => sum + value, 0) > 0;
  expect(result[0]?.probe?.held).toBe(own ? 1 : 0);
});
