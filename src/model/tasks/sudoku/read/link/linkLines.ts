import type { Drawings } from "../drawing/drawings";
import type { Fault } from "../line/cells";
import type { Line } from "../line/rows";
import type { Output } from "../output";
import { createBrokenLink } from "./brokenLink";
import { parseLink } from "./link";

export type LinkLines = ReturnType<typeof createLinkLines>;

/** The links of a text, also those that go on below. Lines that belong to no link after all are read again. */
export function createLinkLines(output: Output, drawings: Drawings, readAgain: (line: Line) => void) {
  /** A link that could not be read and may go on below, with what to say of it if it does not. */
  let held: { fault: Fault; text: string } | null = null;
  const brokenLink = createBrokenLink();

  function release(broken: NonNullable<typeof held>, lines: readonly Line[]): void {
    held = null;
    output.malformed(broken.fault, broken.text);
    for (const line of lines) readAgain(line);
  }

  return {
    isOpen: (): boolean => held !== null,
    /** A link that could not be read is tried together with the lines below it, one after the other. */
    add(line: Line): void {
      if (!held) return;
      const broken = held;
      const joined = brokenLink.add(line);
      if (joined.kind === "released") release(broken, joined.lines);
      else if (joined.kind === "read") {
        held = null;
        output.takeResult(joined.result, broken.fault.line);
      }
    },
    take(links: readonly { link: string; offset: number }[], line: Line): void {
      drawings.end();
      for (const { link, offset } of links) {
        const result = parseLink(link);
        const fault = { line: line.number, offset, why: result.ok ? "" : result.message };
        if (result.ok) output.takeResult(result, line.number);
        else if (links.length === 1 && brokenLink.mayGoOn(link, line.text)) {
          held = { fault, text: line.text };
          brokenLink.begin(link);
        } else output.malformed(fault, line.text);
      }
    },
    end(): void {
      // The lines kept with one broken link may hold another.
      while (held) release(held, brokenLink.rest());
    },
  };
}
