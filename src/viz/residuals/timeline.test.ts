import { describe, expect, it } from "vitest";
import { fakeTag, fakeView } from "../testing";
import { cursorText, movedCursor } from "./timeline";

describe("movedCursor", () => {
  it("steps, pages and jumps within what was computed", () => {
    const from20 = (key: string) => movedCursor(20, 30, key);
    expect(["ArrowRight", "ArrowLeft", "PageDown", "PageUp", "Home", "End"].map(from20)).toEqual([
      21, 19, 4, 30, 0, 30,
    ]);
    expect(movedCursor(0, 30, "ArrowLeft")).toBe(0);
    expect(from20("a")).toBeNull();
  });
});

describe("cursorText", () => {
  it("tells how the selected trajectory stands", () => {
    const view = fakeView({ index: 4, outcome: "settled-valid", grid: fakeTag(1), residual: 3.5e-5 });
    expect(cursorText(44, 128, view)).toBe(
      "Iteration 44 of 128. Trajectory 5: settled, valid, grid B, residual 3.5 times 10 to the minus 5",
    );
    expect(cursorText(0, 0, fakeView({ outcome: "start", residual: Number.NaN }))).toBe(
      "Iteration 0 of 0. Trajectory 1: start",
    );
    expect(cursorText(0, 0, undefined)).toBe("Iteration 0 of 0");
  });
});
