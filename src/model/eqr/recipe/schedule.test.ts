import { expect, it } from "vitest";
import { type NoiseSchedule, quietAt, quietStretches, sameNoise, scheduleKind, sigmaAt } from "./schedule";

const schedule = (noisyFor: number, period: number, sigma = 0.1): NoiseSchedule => ({ sigma, noisyFor, period });
const iterations = Array.from({ length: 12 }, (_, i) => i + 1);
const noisy = (of: NoiseSchedule) => iterations.map((k) => (sigmaAt(of, k) > 0 ? "x" : ".")).join("");

it("covers constant, cooled and annealed noise", () => {
  expect(noisy(schedule(0, 0))).toBe("xxxxxxxxxxxx");
  expect(noisy(schedule(0, 4))).toBe("xxxxxxxxxxxx");
  expect(noisy(schedule(5, 0))).toBe("xxxxx.......");
  expect(noisy(schedule(3, 4))).toBe("xxx.xxx.xxx.");
  expect(noisy(schedule(1, 5))).toBe("x....x....x.");
  expect(noisy(schedule(4, 4))).toBe("xxxxxxxxxxxx");
  expect(noisy(schedule(3, 4, 0))).toBe("............");
  expect(sigmaAt(schedule(3, 4), 5)).toBe(0.1);
});

it("names the kind", () => {
  const kinds = [schedule(3, 4, 0), schedule(0, 4), schedule(4, 4), schedule(5, 0), schedule(3, 4)].map(scheduleKind);
  expect(kinds).toEqual(["noiseless", "constant", "constant", "cooling", "annealed"]);
});

it("knows schedules that give the same noise", () => {
  const all = [0, 3, 4].flatMap((noisyFor) =>
    [0, 3, 4].flatMap((period) => [0, 0.1].map((s) => schedule(noisyFor, period, s))),
  );
  for (const a of all)
    for (const b of all) expect(sameNoise(a, b), `${noisy(a)} ${noisy(b)}`).toBe(noisy(a) === noisy(b));
  expect(sameNoise(schedule(3, 4), schedule(3, 4, 0.2))).toBe(false);
});

it("finds the latest iteration without noise", () => {
  const at = (of: NoiseSchedule) => [0, ...iterations].map((k) => quietAt(of, k));
  expect(at(schedule(2, 4))).toEqual([0, 1, 2, 3, 4, 4, 4, 7, 8, 8, 8, 11, 12]);
  for (const of of [schedule(0, 0), schedule(5, 0), schedule(2, 4, 0)]) expect(at(of)).toEqual([0, ...iterations]);
});

it("lists the stretches without noise", () => {
  const stretches = (of: NoiseSchedule, end = 12) => quietStretches(of, end).map(({ from, to }) => [from, to]);
  expect(stretches(schedule(3, 4), 10)).toEqual([
    [4, 4],
    [8, 8],
  ]);
  expect(stretches(schedule(2, 5))).toEqual([
    [3, 5],
    [8, 10],
  ]);
  expect(stretches(schedule(2, 5), 13)).toEqual([
    [3, 5],
    [8, 10],
    [13, 13],
  ]);
  expect(stretches(schedule(5, 0))).toEqual([[6, 12]]);
  expect(stretches(schedule(12, 0))).toEqual([]);
  expect(stretches(schedule(0, 0))).toEqual([]);
  expect(stretches(schedule(3, 4, 0))).toEqual([]);
  for (const of of [schedule(3, 4), schedule(1, 5), schedule(7, 0)])
    for (const k of iterations) {
      const inside = quietStretches(of, 12).some(({ from, to }) => k >= from && k <= to);
      expect(inside).toBe(sigmaAt(of, k) === 0);
    }
});
