import { expect, it } from "vitest";
import { recordOf } from "../../../model/eqr/fixtures/record";
import { fitOffered } from "./fit";

const NO = [false, false, false] as const;
const record = (depth: number, fittedAt: number | null) => {
  const made = recordOf({ breadth: 2, depth }, () => ({}));
  if (fittedAt !== null)
    made.basis = {
      id: 1,
      explained: [1, 0, 0],
      states: 9,
      fromK: 0,
      toK: fittedAt,
      window: { k: fittedAt, flipped: NO },
    };
  return made;
};

it("is offered where there are no axes, and once a run is twice as long as when they were fitted", () => {
  expect(fitOffered(null)).toBe(false);
  expect([3, 4].map((depth) => fitOffered(record(depth, null)))).toEqual([false, true]);
  expect([20, 31, 32].map((depth) => fitOffered(record(depth, 16)))).toEqual([false, false, true]);
});
