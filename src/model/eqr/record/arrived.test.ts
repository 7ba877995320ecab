import { expect, it } from "vitest";
import { recordOf } from "../fixtures/record";
import { PHASES } from "./frame";
import { appendFrame, createRecord, type RunRecord } from "./record";

const digitsOf = ({ arrived }: RunRecord) => arrived.map(({ digits }) => digits[0]);

it("keeps each grid once, in the order in which trajectories settled on it", () => {
  const restFrom = [6, 3, 4];
  const record = recordOf({ breadth: 3, depth: 10 }, (k, t) => ({
    residual: k < (restFrom[t] ?? 0) ? 0.1 : 1e-6,
    digit: t === 0 ? 7 : 5,
  }));
  expect(digitsOf(record)).toEqual([5, 7]);
  expect(record.arrived.every(({ valid }) => !valid)).toBe(true);
});

it("keeps a grid that a settled state changes to, and none of a state under way", () => {
  const record = recordOf({ breadth: 2, depth: 9 }, (k, t) => ({
    residual: t === 0 ? 1e-6 : 0.1,
    digit: t === 1 ? 9 : k < 7 ? 2 : 3,
  }));
  expect(digitsOf(record)).toEqual([2, 3]);
});

it("keeps the grid that was accepted, not what noise makes of it", () => {
  const restless = recordOf({ breadth: 1, depth: 6 }, (k) => ({ residual: 0.1, digit: k < 5 ? 4 : 8 }));
  const record = createRecord(restless.recipe);
  for (const frame of restless.frames)
    appendFrame(record, { ...frame, phase: Uint8Array.of(PHASES.indexOf(frame.k < 3 ? "releasing" : "accepted")) });
  expect(digitsOf(record)).toEqual([4]);
});
