import { expect, it } from "vitest";
import { withDigit } from "./puzzle";

it("erases with 0", () => {
  expect(withDigit(`12${".".repeat(79)}`, 1, 0)).toBe(`1${".".repeat(80)}`);
});
