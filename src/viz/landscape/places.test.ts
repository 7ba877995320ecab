import { describe, expect, it } from "vitest";
import { countEnds } from "../../model/experiments/landscapeMode";
import { fakeLandscape, fakePoint } from "./landscape.testing";
import { nodesOf, pointVariable, shortestTree } from "./places";

describe("nodes", () => {
  const far = fakeLandscape([fakePoint({ place: [-1, 0.1], count: 20 }), fakePoint({ place: [1, -0.1], count: 5 })]);

  it("keep the ratio of distances and stay inside", () => {
    const [a, b] = nodesOf(far, { width: 500, height: 300 });
    expect(a?.x).toBe(46);
    expect(b?.x).toBe(454);
    expect((b?.y ?? 0) - (a?.y ?? 0)).toBeCloseTo(0.1 * (454 - 46), 6);
  });

  it("have areas by share", () => {
    const [a, b] = nodesOf(far, { width: 500, height: 300 });
    expect((a?.radius ?? 0) / (b?.radius ?? 1)).toBeCloseTo(2, 6);
  });

  it("put a single one in the middle", () => {
    expect(nodesOf(fakeLandscape([fakePoint()]), { width: 200, height: 100 })[0]).toMatchObject({ x: 100, y: 50 });
  });
});

describe("the shortest tree", () => {
  it("joins points on a line in their order", () => {
    const at = [0, 5, 1, 3];
    const distances = at.flatMap((a) => at.map((b) => Math.abs(a - b)));
    expect(shortestTree(distances, 4)).toEqual([
      [0, 2],
      [2, 3],
      [3, 1],
    ]);
  });

  it("has nothing to join in a single point or none", () => {
    expect(shortestTree([0], 1)).toEqual([]);
    expect(shortestTree([], 0)).toEqual([]);
  });
});

it("colours solutions by letter where there are several, and all else as not valid", () => {
  const both = [fakePoint(), fakePoint(), fakePoint({ valid: false })];
  expect([0, 1, 2].map((i) => pointVariable(both, i))).toEqual(["--grid-0", "--grid-1", "--outcome-other"]);
  expect(pointVariable([fakePoint()], 0)).toBe("--outcome-valid");
});

it("counts the starts by what became of them", () => {
  const some = fakeLandscape([fakePoint({ count: 7 }), fakePoint({ count: 2, valid: false })], { done: 12 });
  expect(countEnds(some)).toEqual({ correct: 7, spurious: 2, unsettled: 3 });
});
