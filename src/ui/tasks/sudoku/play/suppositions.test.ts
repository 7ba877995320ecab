import { expect, it } from "vitest";
import type { SupposedStart } from "../../../../model/experiments/suppositions";
import { suppositionsOf, suppositionsText } from "./suppositions";
import { emptyWork } from "./work";

const start = (part: Partial<SupposedStart> = {}): SupposedStart => ({
  trajectory: 0,
  settledAt: 20,
  q: 4,
  digits: new Uint8Array(81).fill(3),
  kept: 2,
  solves: true,
  ...part,
});
const of = { digits: 2, breadth: 3, depth: 128 };

it("supposes a person's digits and nothing else", () => {
  const work = emptyWork();
  work.digits[7] = 5;
  work.corner[8] = 3;
  expect(suppositionsOf(work)).toEqual([{ cell: 7, value: 5 }]);
});

it("says whether the starts rest, on how many grids, and whether they keep the digits", () => {
  expect(suppositionsText({ starts: [start(), start(), start()] }, of)).toBe(
    "With your 2 digits, 3 of 3 starts come to rest, on one grid. All of them keep your 2 digits. 3 believe their grid (q above 0); 3 are valid by the rules.",
  );
  const other = start({ digits: new Uint8Array(81), kept: 1, q: -2, solves: false });
  const mixed = suppositionsText({ starts: [start(), other] }, of);
  expect(mixed).toContain("2 of 2 starts come to rest (so far; 1 still running), on 2 different grids.");
  expect(mixed).toContain("Only 1 of them keeps your 2 digits. 1 believes its grid (q above 0); 1 is valid");
});

it("says that nothing rests where nothing does", () => {
  const none = start({ settledAt: null });
  expect(suppositionsText({ starts: [none, none, none] }, { ...of, digits: 1 })).toBe(
    "With your digit, none of 3 starts comes to rest within 128 iterations. The network finds no grid that it can hold with that.",
  );
});
