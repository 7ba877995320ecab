import { say } from "../../words/say";
import { formatPercent } from "../format";
import { marksText, type OwnCell } from "./own";

/** From this confidence (0..255) on a cell counts as decided: 97 %. */
export const DECIDED = 248;

export type CellKind = "empty" | "given" | "decided" | "undecided";

/** What a cell shows: a given, a value the state has decided on, what it still weighs, or nothing before a run. */
export function cellKind(given: number, digit: number, confidence: number): CellKind {
  if (given > 0) return "given";
  if (digit === 0) return "empty";
  return confidence >= DECIDED ? "decided" : "undecided";
}

const FAINTEST = 0.02;
const OR = say` or `;

/**
 * The softmax of a cell in ten steps per value, a character "0".."9" for each. A string compares by value, so that a cell is
 * drawn again only when a step changed. Steps grow with the square root: the eye judges the size of a mark by its side.
 */
export function pencilLevels(softmax: Uint8Array, cell: number, values: number): string {
  let levels = "";
  for (let i = 0; i < values; i++) {
    const share = (softmax[cell * values + i] ?? 0) / 255;
    levels += share < FAINTEST ? "0" : String(Math.round(9 * Math.sqrt(share)));
  }
  return levels;
}

/** The values a cell leans to: those at least half as likely as the likeliest, likeliest first, three at most, as in "4 or 8". */
export function likelyValues(levels: string): string {
  const squares = [...levels].map((level) => Number(level) ** 2);
  const most = Math.max(...squares);
  if (most === 0) return "";
  return squares
    .map((square, i) => ({ square, digit: i + 1 }))
    .filter(({ square }) => square >= most / 2)
    .sort((a, b) => b.square - a.square || a.digit - b.digit)
    .slice(0, 3)
    .map(({ digit }) => digit)
    .join(OR);
}

export interface CellFacts extends OwnCell {
  readonly cell: number;
  /** What the cell is called, e.g. "row 2 column 5". */
  readonly name: string;
  readonly given: number;
  readonly digit: number;
  /** 0..255 */
  readonly confidence: number;
  /** Of an undecided cell, its likely values, likeliest first, as in "4 or 8"; null where the softmax is not known. */
  readonly likely: string | null;
  readonly conflict: boolean;
  /** The value that is a hypothesis here, 0 for none. */
  readonly hypothesis: number;
  /** The own digit is known to be wrong. */
  readonly wrong: boolean;
}

/**
 * A cell for screen readers: "row 2 column 5, decoded 4, 99 %"; "row 2 column 5, hypothesis 4, decoded 4, 99 %"; of a
 * person's own, "row 2 column 5, yours 4, red" or "row 2 column 5, empty, corner 1 3".
 */
export function cellLabel(facts: CellFacts): string {
  const marks = marksText(facts);
  return marks === "" ? digitLabel(facts) : `${digitLabel(facts)}, ${marks}`;
}

function digitLabel(facts: CellFacts): string {
  const { name, given, digit, confidence, likely, conflict, hypothesis, own, wrong } = facts;
  if (own > 0) {
    const clash = conflict ? say`, conflicts with another digit` : "";
    return say`${name}, yours ${own}${clash}${wrong ? say`, differs from the solution` : ""}`;
  }
  const assumed = hypothesis > 0 ? say`, hypothesis ${hypothesis}` : "";
  const place = `${name}${assumed}`;
  switch (cellKind(given, digit, confidence)) {
    case "given":
      return say`${place}, given ${given}${conflict ? say`, conflicts with another given` : ""}`;
    case "decided":
      return say`${place}, decoded ${digit}, ${formatPercent(confidence / 255)}`;
    case "undecided": {
      if (!likely?.includes(OR))
        return say`${place}, undecided, leaning to ${digit}, ${formatPercent(confidence / 255)}`;
      return say`${place}, undecided, most likely ${likely}`;
    }
    case "empty":
      return say`${place}, empty`;
  }
}
