import { say } from "../../words/say";

/** Parts of a presentation that can be hidden, in the order of the page; names are in links and never change. */
export const PRESENT_PARTS = ["sentence", "board", "view", "residuals", "controls"] as const;
export type PresentPart = (typeof PRESENT_PARTS)[number];

/** What a person reads for each of them. */
export const PART_NAMES: Readonly<Record<PresentPart, string>> = {
  sentence: say`Sentence`,
  board: say`Board`,
  view: say`Picture`,
  residuals: say`Residuals`,
  controls: say`Controls`,
};

/** Hidden parts as a link holds them: "board.controls", "none". */
export function writeHidden(hidden: readonly PresentPart[]): string {
  return hidden.length > 0 ? inOrder(hidden).join(".") : "none";
}

/** Reads them; what this version does not know is left out. */
export function readHidden(written: string): PresentPart[] {
  return inOrder(written.split("."));
}

/** The hidden parts once one more is hidden, or shown again. */
export function toggled(hidden: readonly PresentPart[], part: PresentPart): PresentPart[] {
  return inOrder(hidden.includes(part) ? hidden.filter((one) => one !== part) : [...hidden, part]);
}

function inOrder(names: readonly string[]): PresentPart[] {
  return PRESENT_PARTS.filter((part) => names.includes(part));
}
