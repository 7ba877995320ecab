import { marksOf, settle } from "../line/cells";
import type { Line } from "../line/rows";
import type { ParseResult } from "../reading";
import { parseLink } from "./link";

/** What became of a line after a link that could not be read. */
export type Joined =
  /** The line may be the rest of the link; it is kept. */
  | { readonly kind: "kept" }
  | { readonly kind: "read"; readonly result: ParseResult & { ok: true } }
  /** The link ended on its own line after all: these lines, the present one among them, are lines by themselves. */
  | { readonly kind: "released"; readonly lines: readonly Line[] };

/** A link is broken by mail programs at 60 to 80 characters. */
const SHORTEST = 50;
const MOST_LINES = 200;

/** Puts a link together again that a mail program has broken into lines, with or without a = at the end of each. */
export function createBrokenLink() {
  let text = "";
  let lines: Line[] = [];

  return {
    /** Whether a link at the end of its line may go on below. */
    mayGoOn: (link: string, line: string): boolean => link.length >= SHORTEST && line.trimEnd().endsWith(link),
    begin(link: string): void {
      text = link;
      lines = [];
    },
    add(line: Line): Joined {
      const part = line.text.trim();
      lines.push(line);
      const goesOn = /^[^\s<>"]+$/.test(part) && !part.includes("://") && !settle(marksOf(part, line.number)).ok;
      if (!goesOn || lines.length > MOST_LINES) return { kind: "released", lines };
      text = text.replace(/=$/, "") + part;
      const result = parseLink(text);
      return result.ok ? { kind: "read", result } : { kind: "kept" };
    },
    rest: (): readonly Line[] => lines,
  };
}
