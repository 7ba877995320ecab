import type { HtmlTagDescriptor, Plugin } from "vite";

const TITLE = "Settle: watch a network find its fixed point";
const TEXT =
  "A small trained network iterates on a Sudoku in your browser until it finds a fixed point, or does not. Watch every start, iteration by iteration.";

/**
 * What other sites show of a link to the page. `address` is where the page is served, as SETTLE_URL has it: most of them
 * take the picture only by an absolute address. Without it the picture is named beside the page. Throws an Error where it
 * is no address.
 */
export function pageTags(address: string | undefined): HtmlTagDescriptor[] {
  const base = address === undefined || address === "" ? null : folderOf(address);
  const picture = base ? new URL("picture.png", base).href : "./picture.png";
  const og = (property: string, content: string) => meta({ property: `og:${property}`, content });
  const twitter = (name: string, content: string) => meta({ name: `twitter:${name}`, content });
  return [
    og("type", "website"),
    og("site_name", "Settle"),
    og("title", TITLE),
    og("description", TEXT),
    ...(base ? [og("url", base.href)] : []),
    og("image", picture),
    og("image:width", "1200"),
    og("image:height", "630"),
    og("image:alt", "A solved Sudoku beside the paths of twelve random starts, which part towards its two solutions."),
    twitter("card", "summary_large_image"),
    twitter("title", TITLE),
    twitter("description", TEXT),
    twitter("image", picture),
  ];
}

/** Puts the tags into the page itself; benchmark and examples have none. */
export function sharedPicture(address = process.env.SETTLE_URL): Plugin {
  return {
    name: "settle-page-tags",
    transformIndexHtml: (_, { filename }) => (/[/\\]index\.html$/.test(filename) ? pageTags(address) : []),
  };
}

function folderOf(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== "https:" && url?.protocol !== "http:")
    throw new Error(`SETTLE_URL is "${address}": give the address of the page, as https://example.org/settle/.`);
  url.search = "";
  url.hash = "";
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}

function meta(attrs: Record<string, string>): HtmlTagDescriptor {
  return { tag: "meta", attrs, injectTo: "head" };
}
