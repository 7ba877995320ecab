import { describe, expect, it } from "vitest";
import { gridLetter, hasSeveralGrids, OUTCOMES, viewVariable } from "./outcome";
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
  it("have letters that never repeat", () => {
    expect([0, 1, 25, 26, 27, 52].map(gridLetter)).toEqual(["A", "B", "Z", "A2", "B2", "A3"]);
  });

  it("are several only when two settled trajectories differ", () => {
    expect(hasSeveralGrids([view({}), view({ grid: 0 }), view({ grid: 0 })])).toBe(false);
    expect(hasSeveralGrids([view({ grid: 0 }), view({}), view({ grid: 1 })])).toBe(true);
  });

  it("lend their hue to valid ones, and only where there are several", () => {
    const second = view({ outcome: "settled-valid", grid: 1 });
    expect(viewVariable(second, true)).toBe("--grid-1");
    expect(viewVariable(second, false)).toBe("--outcome-valid");
    expect(viewVariable(view({ outcome: "settled-other", grid: 1 }), true)).toBe("--outcome-other");
    expect(viewVariable(view({ outcome: "settled-valid", grid: 9 }), true)).toBe("--grid-1");
  });
});
