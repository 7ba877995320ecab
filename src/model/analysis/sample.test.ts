import * as fc from "fast-check";
import { expect, it } from "vitest";
import { sampleStates } from "./sample";

it("takes all states when they are few", () => {
  expect(sampleStates(2, 2, 96)).toEqual([
    { trajectory: 0, iteration: 0 },
    { trajectory: 0, iteration: 1 },
    { trajectory: 1, iteration: 0 },
    { trajectory: 1, iteration: 1 },
  ]);
});

it("spreads no more than the limit over trajectories and iterations, none twice", () => {
  const size = fc.integer({ min: 1, max: 300 });
  fc.assert(
    fc.property(size, size, (iterations, trajectories) => {
      const samples = sampleStates(iterations, trajectories, 96);
      expect(samples.length).toBe(Math.min(96, iterations * trajectories));
      expect(new Set(samples.map((s) => s.trajectory * 1000 + s.iteration)).size).toBe(samples.length);
      const perTrajectory = new Map<number, number>();
      for (const { trajectory, iteration } of samples) {
        expect(iteration).toBeLessThan(iterations);
        expect(trajectory).toBeLessThan(trajectories);
        perTrajectory.set(trajectory, (perTrajectory.get(trajectory) ?? 0) + 1);
      }
      const counts = [...perTrajectory.values()];
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      expect(perTrajectory.size).toBe(Math.min(trajectories, 96));
    }),
  );
});

it("covers early and late iterations alike even when trajectories outnumber the samples", () => {
  const halves = [0, 0];
  for (const { iteration } of sampleStates(10, 192, 96))
    halves[iteration < 5 ? 0 : 1] = (halves[iteration < 5 ? 0 : 1] ?? 0) + 1;
  expect(Math.abs((halves[0] ?? 0) - (halves[1] ?? 0))).toBeLessThan(10);
});
