import { expect, it } from "vitest";
import { decodedOf, textOf } from "./task";

it("writes a grid with one character per cell, also where there are more than nine values", () => {
  const decoded = Uint8Array.of(1, 9, 10, 16, 35);
  expect(textOf(decoded)).toBe("19agz");
  expect(decodedOf("19agz")).toEqual(decoded);
});
