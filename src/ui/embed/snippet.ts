import { type EmbedOptions, writeEmbed } from "./options";
import { WIDE } from "./size";

/** The address of a frame: the page's, with what is to be shown and the run of a link. */
function embedAddress(link: string, options: EmbedOptions): string {
  const url = new URL(link);
  url.search = writeEmbed(options);
  return url.href;
}

/** HTML that shows a run in another page. `title` is what a screen reader calls the frame. */
export function embedSnippet(link: string, options: EmbedOptions, title: string): string {
  const source = attribute(embedAddress(link, options));
  return `<iframe src="${source}" title="${attribute(title)}" width="100%" height="${heightOf(options)}" loading="lazy" style="border: 0"></iframe>`;
}

/** Pixels in which the panels look well on a page about 800 wide. */
export function heightOf({ panels, controls }: EmbedOptions): number {
  const above = panels.some((panel) => panel !== "chart") ? WIDE.panels : 0;
  const below = panels.includes("chart") ? WIDE.chart : controls.includes("play") ? WIDE.controls : 0;
  return above + below + WIDE.rest;
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
