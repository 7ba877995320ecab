import { describe, expect, it } from "vitest";
import { sparkHeight } from "./Sparkline";

describe("sparkHeight", () => {
  it("is even in decades and holds what lies outside", () => {
    const steps = [1, 0.1, 0.01].map((value) => sparkHeight(value, 28));
    expect((steps[2] ?? 0) - (steps[1] ?? 0)).toBeCloseTo((steps[1] ?? 0) - (steps[0] ?? 0), 9);
    expect([sparkHeight(9, 28), sparkHeight(0, 28)]).toEqual([2.5, 25.5]);
  });
});
