import { describe, expect, it } from "vitest";
import { countEnds } from "../../model/experiments/landscapeMode";
import { fakeLandscape, fakePoint } from "./landscape.testing";
import { nodesOf, shortestTree } from "./places";

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

  it("do not cover each other, however close their states are", () => {
    const close = Array.from({ length: 9 }, (_, i) => fakePoint({ place: [0.01 * (i % 3), 0], count: 3 }));
    const nodes = nodesOf(fakeLandscape([fakePoint({ place: [1, 0.4] }), ...close]), { width: 420, height: 300 });
    const gaps = nodes.flatMap((a, i) =>
      nodes.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y) - a.radius - b.radius),
    );
    expect(Math.min(...gaps)).toBeGreaterThan(0);
    for (const { x, y, radius } of nodes) {
      expect(x - radius).toBeGreaterThanOrEqual(0);
      expect(x + radius).toBeLessThanOrEqual(420);
      expect(y - radius).toBeGreaterThanOrEqual(0);
      expect(y + radius).toBeLessThanOrEqual(300);
    }
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

it("counts the starts by what became of them", () => {
  const some = fakeLandscape([fakePoint({ count: 7 }), fakePoint({ count: 2, valid: false })], { done: 12 });
  expect(countEnds(some)).toEqual({ correct: 7, spurious: 2, unsettled: 3 });
});
