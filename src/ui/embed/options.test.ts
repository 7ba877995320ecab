import { expect, it } from "vitest";
import { DEFAULT_EMBED, readEmbed, writeEmbed } from "./options";
import { embedSnippet } from "./snippet";

it("is asked for by embed=1 alone, with panels and controls that suit a frame", () => {
  expect(readEmbed("")).toBeNull();
  expect(readEmbed("?backend=wasm&embed=0")).toBeNull();
  expect(readEmbed("?embed=1")).toEqual({ options: DEFAULT_EMBED, problems: [] });
});

it("reads what it writes", () => {
  for (const options of [
    DEFAULT_EMBED,
    { panels: ["list", "chart"], controls: [], theme: "dark", play: true, poster: false },
    { panels: ["board"], controls: ["play", "views", "settings", "puzzle"], theme: "light", play: false, poster: true },
  ] as const)
    expect(readEmbed(`?${writeEmbed(options)}`)).toEqual({ options, problems: [] });
});

it("tells what it does not know, and shows something in any case", () => {
  const read = readEmbed("?embed=1&panels=graph&controls=play,fly&theme=pink");
  expect(read?.options).toEqual({ panels: ["board"], controls: ["play"], theme: "auto", play: false, poster: false });
  expect(read?.problems.join(" ")).toMatch(/panels=graph.*board, stage.*no panel.*theme=pink.*controls=fly/);
});

it("writes HTML that names the frame and escapes the address", () => {
  const link = "https://example.org/settle/?backend=wasm#v=1&p=53..&s=1";
  const html = embedSnippet(link, { ...DEFAULT_EMBED, play: true }, 'A "hard" one');
  expect(html).toContain(
    'src="https://example.org/settle/?embed=1&amp;panels=board,stage,chart&amp;controls=play&amp;play=1#v=1&amp;p=53..&amp;s=1"',
  );
  expect(html).toContain('title="A &quot;hard&quot; one"');
});
