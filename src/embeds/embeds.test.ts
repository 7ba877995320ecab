import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readEmbed } from "../ui/embed/options";
import { readLink } from "../ui/link/read";
import { createSetupLinks } from "../ui/link/setups";
import { createSetups } from "../ui/store/setups";
import { viewNamed } from "../ui/views";

const page = readFileSync(new URL("../../embeds.html", import.meta.url), "utf8");
const addresses = [...page.matchAll(/<iframe src="([^"]+)"/g)].map(([, src = ""]) => src.replaceAll("&amp;", "&"));
const { reads } = createSetupLinks((view) => viewNamed(view).setup, createSetups());

describe("the live examples of embeds", () => {
  it.each(addresses)("are addresses that this page reads without a note: %s", (address) => {
    const { search, hash } = new URL(address, "https://settle.example/");
    expect(readEmbed(search)?.problems).toEqual([]);
    const link = readLink(hash, reads);
    expect(link.kind).toBe("run");
    expect(link).not.toHaveProperty("notes");
    // Weights change: such a link names no model and no outcome.
    expect(link).toMatchObject({ run: { outcome: null, recipe: { model: "" } } });
  });

  it("show a poster, a caption, a chart alone, and a board that can be edited", () => {
    const all = addresses.join(" ");
    for (const part of ["poster=1", "title=", "panels=chart&", "controls=play,settings,puzzle"])
      expect(all).toContain(part);
  });
});
