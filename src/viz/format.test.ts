import { describe, expect, it } from "vitest";
import {
  formatCount,
  formatFlop,
  formatPercent,
  formatQ,
  formatResidual,
  formatShare,
  spokenResidual,
  superscript,
} from "./format";

describe("formatResidual", () => {
  it.each([
    [3.5e-5, "3.5 × 10⁻⁵"],
    [9.96e-5, "1.0 × 10⁻⁴"],
    [1.23e-12, "1.2 × 10⁻¹²"],
    [0.0521, "0.052"],
    [0.009949, "9.9 × 10⁻³"],
    [0.00996, "0.010"],
    [0.114, "0.11"],
    [0.0996, "0.10"],
    [0.996, "1.0"],
    [1.37, "1.4"],
    [23.4, "23"],
    [12345, "1.2 × 10⁴"],
    [0, "0"],
    [Number.NaN, "–"],
    [Number.POSITIVE_INFINITY, "∞"],
  ])("%f is %s", (value, text) => expect(formatResidual(value)).toBe(text));

  it("has a form for voices", () => {
    expect(spokenResidual(3.5e-5)).toBe("3.5 times 10 to the minus 5");
    expect(spokenResidual(0.114)).toBe("0.11");
  });
});

describe("superscript", () => {
  it("writes signs and all digits", () => {
    expect(superscript(-7)).toBe("⁻⁷");
    expect(superscript(1023)).toBe("¹⁰²³");
  });
});

describe("formatPercent", () => {
  it("keeps all and nothing for those that are", () => {
    expect([0, 0.004, 0.853, 0.996, 1].map(formatPercent)).toEqual(["0 %", "<1 %", "85 %", "99 %", "100 %"]);
  });
});

describe("formatQ", () => {
  it("shows the sign, with a true minus", () => {
    expect([6.71, -8.94, 0.04, -0.04].map(formatQ)).toEqual(["+6.7", "−8.9", "0.0", "0.0"]);
    expect(formatQ(Number.NaN)).toBe("–");
  });
});

describe("formatShare", () => {
  it.each([
    [1, "100 %"],
    [0, "0 %"],
    [0.9, "90 %"],
    [0.8256, "82.6 %"],
    [0.9996, ">99.9 %"],
    [0.0004, "<0.1 %"],
    [Number.NaN, "–"],
  ])("%f is %s", (share, text) => expect(formatShare(share)).toBe(text));
});

it("counts floating-point operations in the unit that leaves few digits", () => {
  expect([0, 999, 15.6e6, 1.87e10, 1.5e13].map(formatFlop)).toEqual([
    "0 FLOP",
    "999 FLOP",
    "16 MFLOP",
    "19 GFLOP",
    "15 TFLOP",
  ]);
  expect(formatCount(12345)).toBe("12,345");
});
