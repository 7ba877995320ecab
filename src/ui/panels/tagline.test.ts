import { expect, it } from "vitest";
import { taglineOf } from "./tagline";

it("says how many starts there are to watch", () => {
  expect(taglineOf(12)).toBe("Twelve random starts; watch where they come to rest");
  expect(taglineOf(1)).toBe("One random start; watch where it comes to rest");
  expect(taglineOf(1024)).toBe("1,024 random starts; watch where they come to rest");
});
