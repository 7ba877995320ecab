import { expect, test } from "vitest";
import { readShape, SHAPES, SOFTWARE_SHAPE } from "./shape";

test("a remembered shape is found again after JSON", () => {
  for (const shape of SHAPES) expect(readShape(JSON.parse(JSON.stringify(shape)))).toEqual(shape);
});

test("what is no shape of today is ignored: an older page's, an unknown size, anything else", () => {
  for (const value of [
    { candidates: 3, groups: 1 },
    { family: "tiled", rows: 3 },
    { family: "serial" },
    "tiled",
    null,
    [],
  ])
    expect(readShape(value)).toBeNull();
});

test("software adapters get the family without barriers", () => {
  expect(SOFTWARE_SHAPE.family).toBe("serial");
});
