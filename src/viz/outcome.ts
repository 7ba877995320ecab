import type { GridTag } from "../model/analysis/gridTags";
import type { Outcome } from "../model/eqr/record/outcome";
import { say } from "../words/say";
import type { TrajectoryView } from "./types";

/** Marks that stay apart without colour. Which of them are stroked, shape.ts says. */
export type MarkShape =
  | "circle"
  | "square"
  | "triangle"
  | "diamond"
  | "wedge"
  | "ring"
  | "chevron"
  | "cross"
  | "plus"
  | "minus"
  | "bar";

export interface OutcomeLook {
  readonly word: string;
  readonly shape: MarkShape;
  /** CSS custom property that holds the colour. */
  readonly variable: `--${string}`;
}

/** How each outcome looks and what it is called, everywhere. */
export const OUTCOMES: Readonly<Record<Outcome, OutcomeLook>> = {
  start: { word: say`start`, shape: "ring", variable: "--outcome-moving" },
  moving: { word: say`moving`, shape: "chevron", variable: "--outcome-moving" },
  wandering: { word: say`wandering`, shape: "triangle", variable: "--outcome-wandering" },
  "settled-valid": { word: say`settled, valid`, shape: "circle", variable: "--outcome-valid" },
  "settled-other": { word: say`settled, not valid`, shape: "square", variable: "--outcome-other" },
  "accepted-valid": { word: say`accepted, valid`, shape: "diamond", variable: "--outcome-valid" },
  "accepted-other": { word: say`accepted, not valid`, shape: "wedge", variable: "--outcome-other" },
  broken: { word: say`broken`, shape: "cross", variable: "--outcome-broken" },
};

/** Hues of distinct valid grids, in the order in which they were found; they repeat after the sixteenth. */
export const GRID_HUES: readonly `--${string}`[] = Array.from({ length: 16 }, (_, i) => `--grid-${i}` as const);

/** How the line of a trajectory is drawn: outcomes stay apart by it where colours do not. */
export interface LineLook {
  readonly dash: readonly number[];
  /** Times the usual width. */
  readonly weight: number;
}

const SOLID: LineLook = { dash: [], weight: 1.15 };
const DASHED: LineLook = { dash: [6, 3], weight: 1.15 };
const DOTTED: LineLook = { dash: [1.5, 3], weight: 1.15 };
const THIN: LineLook = { dash: [], weight: 0.8 };

/** Solid: on a valid grid; dashed: on another; dotted: wandering or broken; thin: under way. */
export function lineLook(outcome: Outcome): LineLook {
  if (hasArrived(outcome)) return isValidOutcome(outcome) ? SOLID : DASHED;
  return outcome === "wandering" || outcome === "broken" ? DOTTED : THIN;
}

export function isSettledOutcome(outcome: Outcome): boolean {
  return outcome === "settled-valid" || outcome === "settled-other";
}

export function isAcceptedOutcome(outcome: Outcome): boolean {
  return outcome === "accepted-valid" || outcome === "accepted-other";
}

/** Whether the trajectory has reached a grid: settled on it, or accepted with it. */
export function hasArrived(outcome: Outcome): boolean {
  return isSettledOutcome(outcome) || isAcceptedOutcome(outcome);
}

/** Whether that grid obeys the rules and keeps the givens. */
export function isValidOutcome(outcome: Outcome): boolean {
  return outcome === "settled-valid" || outcome === "accepted-valid";
}

/** The custom property that colours a grid: valid ones by their hue, all others in the purple of "not valid". */
export function gridVariable(valid: boolean, grid: GridTag | null): `--${string}` {
  if (!valid) return OUTCOMES["settled-other"].variable;
  const hue = grid?.hue ?? null;
  return (hue === null ? undefined : GRID_HUES[hue % GRID_HUES.length]) ?? OUTCOMES["settled-valid"].variable;
}

/** The custom property that colours a trajectory: that of its grid, where it has reached one, else of what it does. */
export function viewVariable({ outcome, grid }: Pick<TrajectoryView, "outcome" | "grid">): `--${string}` {
  return hasArrived(outcome) ? gridVariable(isValidOutcome(outcome), grid) : OUTCOMES[outcome].variable;
}

/** ", grid B" for a sentence; empty where there is one grid only. */
export function gridWords(grid: GridTag | null): string {
  return grid?.letter ? say`, grid ${grid.letter}` : "";
}
