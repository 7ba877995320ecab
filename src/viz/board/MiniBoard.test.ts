import { describe, expect, it } from "vitest";
import { inkShare } from "./MiniBoard";

describe("inkShare", () => {
  it("grows from an even guess to certainty", () => {
    expect([inkShare(0, 9), inkShare(1 / 9, 9), inkShare(1, 9)]).toEqual([0, 0, 1]);
    expect(inkShare(0.5, 9)).toBeLessThan(inkShare(0.9, 9));
    expect(inkShare(1 / 2, 2)).toBe(0);
  });
});
