import { expect, it } from "vitest";
import { damped, fixedPointsOf, fork, orbit, type PlanarMap, planarBasins, planarResidual } from "./planar";

const turn: PlanarMap = ([x, y]) => [-0.5 * y, 0.5 * x];
/** z1 -> 2 z1 near 0 and bounded, z2 -> 0: attractors at +-1, a saddle between them. */
const two: PlanarMap = ([x]) => [Math.tanh(2 * x) / Math.tanh(2), 0];

it("finds a spiral's only fixed point, and how fast differences shrink there", () => {
  const [point, ...others] = fixedPointsOf(turn, { reach: 2 });
  expect(others).toEqual([]);
  expect(point?.stability).toBe("stable");
  expect(Math.hypot(...(point?.at ?? [1, 1]))).toBeLessThan(1e-8);
  expect(point?.moduli[0]).toBeCloseTo(0.5, 6);
  expect(point?.moduli[1]).toBeCloseTo(0.5, 6);
});

it("tells a saddle from attractors, and halves the plane between these", () => {
  const points = fixedPointsOf(two, { reach: 2 });
  const stable = points.filter(({ stability }) => stability === "stable").map(({ at }) => at);
  expect(points).toHaveLength(3);
  expect(points.find(({ stability }) => stability === "saddle")?.at[0]).toBeCloseTo(0, 8);
  const { ends, iterations } = planarBasins(two, stable, { reach: 2 }, 10, 50);
  const left = stable.findIndex(([x]) => x < 0);
  expect([...ends].every((end, i) => (end === left) === i % 10 < 5)).toBe(true);
  expect(Math.max(...iterations)).toBeLessThan(50);
});

it("leaves pixels without an end where nothing comes to rest", () => {
  const { ends } = planarBasins(([x, y]) => [-x, -y], [[0, 0]], { reach: 1 }, 4, 20);
  expect(new Set(ends)).toEqual(new Set([-1]));
});

it("follows an orbit to its rest, with the residual of the last step", () => {
  const points = orbit(damped(turn, 0.7), [1, 1], 500);
  expect(points.length).toBeLessThan(60);
  expect(Math.hypot(...(points.at(-1) ?? [1, 1]))).toBeLessThan(1e-5);
  expect(planarResidual(turn, [1, 0])).toBeCloseTo(Math.hypot(1, 0.5), 10);
});

it("forks where a step overshoots: one value, then two", () => {
  const overshoot: PlanarMap = ([x, y]) => [0, Math.tanh(-1.4 * y) + 0 * x];
  const [before, after] = fork(overshoot, [[0, 1]], [0.7, 0.95], 1);
  expect(before?.values).toEqual([0]);
  expect(after?.values).toHaveLength(2);
});
