import { expect, it } from "vitest";
import { fakeRecord } from "../../../viz/testing";
import { restText } from "./restText";

const falling = (at: number, length: number) => Array.from({ length }, (_, k) => (k < at ? 0.1 : 1e-7));
const ended = (record: ReturnType<typeof fakeRecord>) => Object.assign(record, { end: { kind: "depth" } });

it("is the iteration at which half of the settled starts rest, once the run is over", () => {
  const record = fakeRecord([falling(4, 20), falling(9, 20), falling(6, 20), falling(99, 20)]);
  expect(restText(record)).toBeNull();
  expect(restText(ended(record))).toBe("rests at 6");
});

it("says where no start rests", () => {
  expect(restText(ended(fakeRecord([falling(99, 20)])))).toBe("does not rest");
});
