import { expect, it } from "vitest";
import { addBeliefs } from "../../../../model/eqr/record/record";
import { fakeRecord } from "../../../../viz/testing";
import { overStarts, overTime, startsText, timeText } from "./belief";

const column = (digit: number, confidence: number) => ({ digit, confidence, softmax: null });

it("counts the starts by the digit they lean to, the commonest first", () => {
  const columns = [column(4, 255), column(8, 130), column(4, 158), column(4, 255)];
  expect(startsText(columns)).toBe("3 of 4 starts lean to 4 (62 to 100 %), 1 to 8 (51 %).");
});

it("says since when one digit is believed, and how often that changed", () => {
  expect(timeText([column(9, 30), column(4, 90), column(8, 99), column(4, 200), column(4, 255)])).toBe(
    "It has leaned to 4 since iteration 3; over the run it changed 2 times.",
  );
  expect(timeText([column(4, 30), column(4, 90), column(4, 255)])).toBe(
    "It has leaned to 4 since iteration 1; over the run it never changed.",
  );
});

it("takes the whole softmax where it is known, and else only the likeliest digit", () => {
  const record = fakeRecord([
    [1, 0.5],
    [1, 0.4],
  ]);
  record.frames[1]?.digits.set([7], 81 + 3);
  record.frames[1]?.confidence.set([120], 81 + 3);
  const softmax = new Uint8Array(729);
  softmax.set([9, 8, 7], 3 * 9);
  addBeliefs(record, { trajectory: 0, k: 1, softmax });
  const starts = overStarts(record, 3, 1);
  expect(starts[1]).toEqual({ digit: 7, confidence: 120, softmax: null });
  expect([...(starts[0]?.softmax ?? [])].slice(0, 4)).toEqual([9, 8, 7, 0]);
  expect(overTime(record, 3, 0).map(({ softmax: known }) => known !== null)).toEqual([false, true]);
});
