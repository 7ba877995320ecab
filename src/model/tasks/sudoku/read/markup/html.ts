/** The lines of text that a piece of HTML shows: rows and breaks end one, cells of a table are separated by tabs. */
export function htmlLines(html: string): string[] {
  return html
    .replace(/<input\b[^<>]*?\bvalue\s*=\s*["']?(\d)\b[^<>]*>/gi, "$1")
    .replace(/<\/t[dh]>/gi, "\t")
    .replace(/<\/?(?:br|tr|p|div|pre|table|li|h\d|blockquote)\b[^<>]*>/gi, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,8}));/gi, (whole, hex?: string, decimal?: string, name = "") => {
      const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : 0;
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : (ENTITIES[name.toLowerCase()] ?? whole);
    })
    .split("\n")
    .filter((line) => line !== "");
}

const ENTITIES: Readonly<Record<string, string | undefined>> = {
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  middot: "·",
  bull: "•",
  times: "×",
  minus: "−",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
};

/** Whether a row of a table has begun and not ended, as pretty-printed HTML has it: the next line belongs to it. */
export function isOpenRow(html: string): boolean {
  const count = (pattern: RegExp): number => html.match(pattern)?.length ?? 0;
  const begun = count(/<tr\b/gi);
  return begun === 1 && count(/<\/(?:tr|table)\b/gi) === 0;
}

/** The addresses that tags lead to. */
export function addressesIn(html: string): { readonly link: string; readonly offset: number }[] {
  return [...html.matchAll(/\b(?:href|src|url|content)\s*=\s*(["'])(.*?)\1/gi)].map((match) => ({
    link: match[2] ?? "",
    offset: match.index,
  }));
}
