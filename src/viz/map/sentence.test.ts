import { describe, expect, it } from "vitest";
import { fakeTag, fakeView } from "../testing";
import { mapSentence, tally } from "./sentence";

const views = [
  fakeView({ index: 0, outcome: "wandering" }),
  fakeView({ index: 1, outcome: "settled-valid", grid: fakeTag(1), residual: 2e-5, q: 6.7 }),
  fakeView({ index: 2, outcome: "wandering" }),
  fakeView({ index: 3, outcome: "settled-valid", grid: fakeTag(0) }),
];

describe("mapSentence", () => {
  it("tells the selected trajectory's state and place, and the others' state", () => {
    expect(mapSentence(views, 1, 44, [3.21, -1], [0, 1])).toBe(
      "Trajectory 2 of 4 at iteration 44: settled, valid, grid B, residual 2.0 times 10 to the minus 5, q +6.7. " +
        "It is at +3.2 on PC 1 and −1.0 on PC 2. Of all: 2 settled, valid; 2 wandering.",
    );
  });

  it("leaves out what is not known", () => {
    const start = [fakeView({ outcome: "start", residual: Number.NaN, q: Number.NaN })];
    expect(mapSentence(start, 0, 0, [Number.NaN, Number.NaN], [0, 1])).toBe(
      "Trajectory 1 of 1 at iteration 0: start. Of all: 1 start.",
    );
    expect(mapSentence([], 0, 0, null, [0, 1])).toBe("No run yet.");
  });
});

describe("tally", () => {
  it("lists settled ones first and nothing that does not occur", () => {
    expect(tally(views)).toBe("2 settled, valid; 2 wandering");
  });
});
