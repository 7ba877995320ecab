import { expect, it } from "vitest";
import { finish, plainLab, recipe, testLab } from "../lab/lab.testing";
import { problemOf } from "../tasks";
import { settle } from "./settle";
import { type SuppositionsRequest, suppositions } from "./suppositions";

const request: SuppositionsRequest = {
  kind: "suppositions",
  recipe: { ...recipe, breadth: 3, depth: 60 },
  suppositions: [
    { cell: 2, value: 2 },
    { cell: 3, value: 7 },
  ],
};

it("says of each start whether it rests and which suppositions it keeps, and costs no more than it said", async () => {
  // Every number goes halfway to 2, which decodes to 2 everywhere.
  const lab = await plainLab((z) => z.map((value) => (value + 2) / 2));
  const { result, reports } = await finish(suppositions.run(lab, request));
  expect(result.starts.map(({ trajectory }) => trajectory).sort()).toEqual([0, 1, 2]);
  for (const start of result.starts) {
    expect(start.settledAt).toBeGreaterThan(0);
    expect(start).toMatchObject({ kept: 1, solves: false });
  }
  expect(reports.length).toBeGreaterThan(0);
  expect(lab.spent).toBeLessThanOrEqual(suppositions.cost(request));
});

it("shows the network the suppositions as if they were given", async () => {
  const short = { ...request, recipe: { ...request.recipe, breadth: 1, depth: 4 } };
  const { lab } = await testLab();
  const { result } = await finish(suppositions.run(lab, short));
  // The same puzzle with the two values as clues.
  const { puzzle, seed, lambda, tolerance, depth } = short.recipe;
  const problem = problemOf({ puzzle: `${puzzle.slice(0, 2)}27${puzzle.slice(4)}` });
  const { lab: other } = await testLab();
  const start = () => ({ seed, trajectory: 0 });
  for await (const [landing] of settle(other, { count: 1, start, problem, lambda, tolerance, depth })) {
    if (!landing) continue;
    expect(result.starts[0]?.q).toBeCloseTo(landing.q, 5);
    expect(result.starts[0]?.digits).toEqual(landing.digits);
  }
});
