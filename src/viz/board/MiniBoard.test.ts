import { describe, expect, it } from "vitest";
import { cellSpan, inkShare } from "./MiniBoard";

describe("cellSpan", () => {
  it.each([28, 37, 46, 64])("lays nine cells inside %i pixels without overlap, boxes apart", (size) => {
    const spans = Array.from({ length: 9 }, (_, i) => cellSpan(i, size));
    for (const { at, side } of spans) {
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at + side).toBeLessThanOrEqual(size);
      expect(Number.isInteger(at) && side >= 1).toBe(true);
    }
    const gaps = spans.slice(1).map(({ at }, i) => at - (spans[i]?.at ?? 0) - (spans[i]?.side ?? 0));
    expect(gaps).toEqual([1, 1, 2, 1, 1, 2, 1, 1]);
  });
});

describe("inkShare", () => {
  it("grows from an even guess to certainty", () => {
    expect([inkShare(0), inkShare(1 / 9), inkShare(1)]).toEqual([0, 0, 1]);
    expect(inkShare(0.5)).toBeLessThan(inkShare(0.9));
  });
});
