import { expect, it } from "vitest";
import { links } from "./links";

it("opens sound runs from hostile links, or says why not", async () => {
  const ends = await links.run(2000, 3);
  expect(Object.keys(ends).sort()).toEqual([
    "embeds: as asked",
    "embeds: none",
    "embeds: with problems",
    "links: none",
    "links: opened",
    "links: opened with a note",
    "links: refused",
  ]);
});
