import { expect, it } from "vitest";
import type { Summary } from "../model/eqr/record/summary";
import { agree } from "./agreement";

function summary({ residual = 0.5, q = 3, digit = 4, confidence = 200 } = {}): Summary {
  return {
    residual: Float32Array.of(residual),
    q: Float32Array.of(q),
    coords: new Float32Array(3),
    digits: new Uint8Array(81).fill(digit),
    confidence: new Uint8Array(81).fill(confidence),
  };
}

it("lets rounding pass", () => {
  expect(agree(summary({ residual: 0.5004, q: 3.002, confidence: 201 }), summary())).toBe(true);
});

it("finds a residual, a q, a confidence or a digit that is another", () => {
  for (const other of [{ residual: 0.51 }, { q: 3.1 }, { confidence: 190 }, { digit: 5 }])
    expect(agree(summary(other), summary())).toBe(false);
});

it("takes a NaN or another number of rows for disagreement", () => {
  expect(agree(summary({ q: Number.NaN }), summary())).toBe(false);
  expect(agree({ ...summary(), residual: new Float32Array(2) }, summary())).toBe(false);
});

it("allows two digits that are nearly equal to change places", () => {
  expect(agree(summary({ digit: 5, confidence: 100 }), summary({ confidence: 101 }))).toBe(true);
});
