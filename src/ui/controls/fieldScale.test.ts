import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS, type NumericField } from "../../model/eqr/recipe/recipe";
import { tidyField } from "../store/settings";
import { beside, positionOf, readField, SLIDER_STEPS, valueAt, writeField } from "./fieldScale";

const fields = Object.keys(FIELDS) as NumericField[];
const anyValue = fc
  .constantFrom(...fields)
  .chain((field) =>
    fc.tuple(fc.constant(field), fc.double({ min: FIELDS[field].min, max: FIELDS[field].max, noNaN: true })),
  );

describe("a slider", () => {
  it.each(fields)("of %s spans the whole range", (field) => {
    expect(valueAt(field, 0)).toBe(FIELDS[field].min);
    expect(valueAt(field, SLIDER_STEPS)).toBe(FIELDS[field].max);
    expect(positionOf(field, FIELDS[field].min)).toBe(0);
    expect(positionOf(field, FIELDS[field].max)).toBe(SLIDER_STEPS);
  });

  it("moves by factors where the field says so", () => {
    expect(valueAt("depth", SLIDER_STEPS / 2)).toBe(64);
    expect(valueAt("sigma", SLIDER_STEPS / 2)).toBe(0.25);
  });

  it("may end early", () => {
    expect(positionOf("noisyFor", 64, 128)).toBe(SLIDER_STEPS / 2);
    expect(valueAt("noisyFor", SLIDER_STEPS, 128)).toBe(128);
  });
});

describe("a stepper", () => {
  it("goes to the next round value, from anywhere, and stops at the ends", () => {
    expect(beside("breadth", 12, 1)).toBe(16);
    expect(beside("breadth", 13, -1)).toBe(12);
    expect(beside("breadth", 1024, 1)).toBe(1024);
    expect(beside("depth", 1, -1)).toBe(1);
    expect(beside("lambda", 0.7, 1)).toBe(0.75);
    expect(beside("tolerance", 1e-4, -1)).toBe(1e-5);
    expect(beside("sigma", 0, -1)).toBe(0);
  });
});

describe("typing", () => {
  it("reads back what is written", () => {
    fc.assert(
      fc.property(anyValue, ([field, raw]) => {
        const value = tidyField(field, raw);
        expect(readField(field, writeField(field, value))).toBe(value);
      }),
    );
  });

  it("takes a decimal comma, bounds what is out of range, refuses words", () => {
    expect(readField("lambda", " 0,8 ")).toBe(0.8);
    expect(readField("breadth", "9999")).toBe(1024);
    expect(readField("depth", "many")).toBeNull();
    expect(readField("depth", "")).toBeNull();
    expect(readField("depth", "Infinity")).toBeNull();
  });
});
