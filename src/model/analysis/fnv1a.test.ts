import { expect, it } from "vitest";
import { fnv1a } from "./fnv1a";

it("fnv1a gives the reference values", () => {
  const hash = (text: string) => fnv1a(new TextEncoder().encode(text));
  expect([hash(""), hash("a"), hash("foobar")]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});
