import { expect, test } from "vitest";
import { recordOf } from "../fixtures/record";
import { PHASES } from "./frame";
import { arrivalAt, outcomeAt } from "./outcome";
import { appendFrame, brokenAt, createRecord, type RunRecord } from "./record";

const SOLVED = "534678912672195348198342567859761423426853791713924856961537284287419635345286179";

/** A run whose only trajectory decodes to `grid` from iteration 2 on. */
function decodingTo(grid: string, residual: (k: number) => number, phase?: (k: number) => number): RunRecord {
  const template = recordOf({ breadth: 1, depth: 8, tolerance: 1e-3 }, (k) => ({ residual: residual(k) }));
  const record = createRecord(template.recipe);
  for (const frame of template.frames)
    appendFrame(record, {
      ...frame,
      digits: frame.k < 2 ? frame.digits : Uint8Array.from(grid, Number),
      ...(phase && { phase: Uint8Array.of(phase(frame.k)) }),
    });
  return record;
}

test("a trajectory moves until it rests for three iterations, and is valid where its grid solves the puzzle", () => {
  const record = decodingTo(SOLVED, (k) => (k < 3 ? 0.1 : 1e-5));
  const seen = record.frames.map(({ k }) => outcomeAt(record, 0, k));
  expect(seen.slice(0, 7)).toEqual(["start", "moving", "moving", "moving", "moving", "settled-valid", "settled-valid"]);
  expect(arrivalAt(record, 0, 4)).toBeNull();
  expect(arrivalAt(record, 0, 7)).toEqual({ kind: "settled", since: 3, readAt: 7 });
  expect(
    outcomeAt(
      decodingTo("1".repeat(81), () => 1e-5),
      0,
      6,
    ),
  ).toBe("settled-other");
});

test("an accepted state counts as it was when it was accepted, settled or not", () => {
  const accepted = (k: number) => PHASES.indexOf(k < 4 ? "releasing" : "accepted");
  const record = decodingTo(SOLVED, () => 0.1, accepted);
  expect([3, 4, 8].map((k) => outcomeAt(record, 0, k))).toEqual(["moving", "accepted-valid", "accepted-valid"]);
  expect(arrivalAt(record, 0, 8)).toEqual({ kind: "accepted", since: 4, readAt: 4 });
  record.frames[4]?.digits.fill(1);
  expect(outcomeAt(record, 0, 8)).toBe("accepted-other");
});

test("a state that broke is broken, whatever it was before", () => {
  const record = decodingTo(SOLVED, (k) => (k < 6 ? 1e-5 : Number.NaN));
  expect([5, 6].map((k) => outcomeAt(record, 0, k))).toEqual(["settled-valid", "broken"]);
  expect([5, 6, 9].map((k) => brokenAt(record, 0, k))).toEqual([null, 6, 6]);
});

test("one that has stopped falling wanders", () => {
  const record = recordOf({ breadth: 1, depth: 40 }, () => ({ residual: 0.1 }));
  expect([30, 33].map((k) => outcomeAt(record, 0, k))).toEqual(["moving", "wandering"]);
});
