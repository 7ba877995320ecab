import { type ReadsSetup, readLink } from "../../link/read";
import { writeLink } from "../../link/write";

/** The iteration that a step's link opens at; 0 where it cannot be read. */
export function opensAt(link: string, reads: ReadsSetup): number {
  const read = readLink(link, reads);
  return read.kind === "run" ? read.run.cursor : 0;
}

/** The same state before its run has begun, so that a question about it can be asked. */
export function atStart(link: string, reads: ReadsSetup): string {
  const read = readLink(link, reads);
  if (read.kind !== "run") return link;
  const { reached, window, outcome, ...run } = read.run;
  return writeLink({ ...run, cursor: 0, outcome: null });
}
