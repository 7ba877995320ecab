import { type EmbedOptions, writeEmbed } from "./options";

/** The address of a frame: the page's, with what is to be shown and the run of a link. */
function embedAddress(link: string, options: EmbedOptions): string {
  const url = new URL(link);
  url.search = writeEmbed(options);
  return url.href;
}

/** HTML that shows a run in another page. `title` is what voices call the frame. */
export function embedSnippet(link: string, options: EmbedOptions, title: string): string {
  const source = attribute(embedAddress(link, options));
  return `<iframe src="${source}" title="${attribute(title)}" width="100%" height="${heightOf(options)}" loading="lazy" style="border: 0"></iframe>`;
}

/** Pixels in which the panels look well on a page about 800 wide. */
function heightOf({ panels, controls }: EmbedOptions): number {
  const above = panels.some((panel) => panel !== "chart") ? 420 : 0;
  const below = panels.includes("chart") ? 200 : controls.includes("play") ? 56 : 0;
  return above + below + 40;
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
