import { describe, expect, it } from "vitest";
import { fakeAnatomy } from "../testing";
import { meaningOf, readingOf, roundEnd } from "./quantity";

describe("readings", () => {
  it("draw a fixed point's lengths in no colour", () => {
    const { place } = readingOf(fakeAnatomy(), "length");
    expect(place(1)).toBe(0);
    expect(place(0.75)).toBe(-0.5);
    expect(place(9)).toBe(1);
  });

  it("draw changes by powers of ten, none for none", () => {
    const { place, legend } = readingOf(fakeAnatomy(), "change");
    expect(place(1e-3)).toBeCloseTo(0.5);
    expect(place(0)).toBe(0);
    expect(place(1e-9)).toBe(0);
    expect(place(Number.NaN)).toBeNaN();
    expect(legend).toEqual({ low: null, middle: "10⁻⁶", high: "1" });
  });

  it("cut the components out by axis", () => {
    const anatomy = fakeAnatomy({ components: Float32Array.from({ length: 3 * 729 }, (_, i) => Math.floor(i / 729)) });
    expect(readingOf(anatomy, "pc3").values[728]).toBe(2);
    expect(readingOf(anatomy, "pc2").legend).toEqual({ low: "−1", middle: "0", high: "+1" });
  });
});

it.each([
  [[0, 0], 1],
  [[0.3, -0.4], 0.5],
  [[1.5, -4.9], 5],
  [[7], 10],
  [[10], 10],
  [[Number.NaN], 1],
])("ends the scale of %o at %d", (values, end) => {
  expect(roundEnd(Float32Array.from(values))).toBeCloseTo(end, 6);
});

it("says what a principal axis was fitted on", () => {
  const anatomy = fakeAnatomy({ axes: { explained: [0.4, 0.2, 0.1], ks: [1, 2, 4, 8, 16] } });
  expect(meaningOf("pc2", anatomy)).toContain("20 % of their variance at iterations 1, 2, 4 … 16");
});
