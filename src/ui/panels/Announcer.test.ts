import { expect, it } from "vitest";
import { pauseBefore } from "./Announcer";

it("says a text at once where nothing was said for a while, else when the text has rested", () => {
  expect(pauseBefore(Number.POSITIVE_INFINITY)).toBe(0);
  expect(pauseBefore(5000)).toBe(0);
  expect(pauseBefore(3700)).toBe(300);
  expect(pauseBefore(100)).toBe(800);
});
