import { expect, test } from "vitest";
import { readShape, SHAPES, SOFTWARE_SHAPE, shortShape } from "./shape";

test("a remembered shape is found again after JSON", () => {
  for (const shape of SHAPES) expect(readShape(JSON.parse(JSON.stringify(shape)))).toEqual(shape);
});

test("what is no shape of today is ignored: an older page's, an unknown size, anything else", () => {
  for (const value of [
    { candidates: 3, groups: 1 },
    { family: "tiled", rows: 1 },
    { family: "tiled", tile: "box", rows: 3 },
    { family: "serial" },
    "tiled",
    null,
    [],
  ])
    expect(readShape(value)).toBeNull();
});

test("a map of many features has a shape of short invocations that is tried, too", () => {
  for (const d of [4, 32, 48, 64]) expect(SHAPES).toContainEqual(shortShape(d));
  expect(shortShape(64)).not.toEqual(shortShape(32));
});

test("software adapters get the family without barriers", () => {
  expect(SOFTWARE_SHAPE.family).toBe("serial");
});
