import { expect, it } from "vitest";
import { describeSchedule } from "./schedule";

const halts = { haltRun: 32 };

it("says what the schedule of the noise does", () => {
  expect(describeSchedule({ sigma: 0, noisyFor: 192, period: 256, ...halts })).toBeNull();
  expect(describeSchedule({ sigma: 0.1, noisyFor: 0, period: 0, ...halts })).toBeNull();
  expect(describeSchedule({ sigma: 0.1, noisyFor: 40, period: 0, ...halts })).toMatch(/^Cooled: 40 iterations/);
  const annealed = describeSchedule({ sigma: 0.12, noisyFor: 192, period: 256, ...halts });
  expect(annealed).toMatch(/^Annealed: over and over, 192 iterations with noise .* then 64 without/);
  expect(annealed).not.toMatch(/none halts/);
});

it("warns of stretches in which nothing can come to rest", () => {
  expect(describeSchedule({ sigma: 0.1, noisyFor: 48, period: 64, ...halts })).toMatch(/32 iterations, so none halts/);
  expect(describeSchedule({ sigma: 0.1, noisyFor: 48, period: 64, haltRun: 0 })).not.toMatch(/none halts/);
  expect(describeSchedule({ sigma: 0.1, noisyFor: 64, period: 64, ...halts })).toMatch(/never off/);
});
