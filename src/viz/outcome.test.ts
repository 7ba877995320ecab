import { describe, expect, it } from "vitest";
import { GRID_HUES, gridVariable, gridWords, OUTCOMES, viewVariable } from "./outcome";
import { fakeTag } from "./testing";
import type { TrajectoryView } from "./types";

const view = (part: Partial<TrajectoryView>): TrajectoryView => ({
  index: 0,
  outcome: "moving",
  grid: null,
  residual: 0.1,
  q: 0,
  settledAt: null,
  ...part,
});

describe("outcomes", () => {
  it("are told apart by word and by shape, not by colour alone", () => {
    const looks = Object.values(OUTCOMES);
    expect(new Set(looks.map((look) => look.word)).size).toBe(looks.length);
    expect(new Set(looks.map((look) => look.shape)).size).toBe(looks.length);
  });
});

describe("grids", () => {
  it("lend their hue to valid ones alone, the same whatever the picture", () => {
    const second = view({ outcome: "settled-valid", grid: fakeTag(1) });
    expect(viewVariable(second)).toBe("--grid-1");
    expect(viewVariable({ ...second, outcome: "settled-other" })).toBe("--outcome-other");
    expect(gridVariable(true, fakeTag(1))).toBe("--grid-1");
    expect(gridVariable(false, fakeTag(1))).toBe("--outcome-other");
    expect(gridVariable(true, null)).toBe("--outcome-valid");
    expect(viewVariable(view({ outcome: "accepted-valid", grid: fakeTag(GRID_HUES.length) }))).toBe("--grid-0");
  });

  it("are named in words only where there are several", () => {
    expect([gridWords(fakeTag(1)), gridWords({ ...fakeTag(0), letter: null }), gridWords(null)]).toEqual([
      ", grid B",
      "",
      "",
    ]);
  });
});
