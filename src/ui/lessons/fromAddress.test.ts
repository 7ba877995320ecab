import { expect, it } from "vitest";
import { lessonAddress } from "./fromAddress";

const PAGE = "https://example.org/settle/?lesson=x#v=1";

it("finds a lesson beside the page, or anywhere on its origin", () => {
  expect(lessonAddress("mine.lesson", PAGE)?.href).toBe("https://example.org/settle/mine.lesson");
  expect(lessonAddress("/lessons/mine.txt?1", PAGE)?.href).toBe("https://example.org/lessons/mine.txt?1");
});

it.each([
  "https://example.com/mine.lesson",
  "//example.com/mine.lesson",
  "/\\example.com/mine.lesson",
  "http://example.org/mine.lesson",
  "https://example.org:8443/mine.lesson",
  "https://example.org@example.com/",
  "data:text/plain,settle-lesson 1",
  "blob:https://example.org/0",
  "javascript:alert(1)",
  "https://",
])("takes none from elsewhere: %s", (given) => expect(lessonAddress(given, PAGE)).toBeNull());
