import type { Outcome } from "../model/eqr/outcome";
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
  start: { word: "start", shape: "ring", variable: "--outcome-moving" },
  moving: { word: "moving", shape: "chevron", variable: "--outcome-moving" },
  wandering: { word: "wandering", shape: "triangle", variable: "--outcome-wandering" },
  "settled-valid": { word: "settled, valid", shape: "circle", variable: "--outcome-valid" },
  "settled-other": { word: "settled, not valid", shape: "square", variable: "--outcome-other" },
  "accepted-valid": { word: "accepted, valid", shape: "diamond", variable: "--outcome-valid" },
  "accepted-other": { word: "accepted, not valid", shape: "wedge", variable: "--outcome-other" },
  broken: { word: "broken", shape: "cross", variable: "--outcome-broken" },
};

/** Hues of distinct settled grids, in the order of their letters; they repeat after the eighth. */
export const GRID_HUES: readonly `--${string}`[] = Array.from({ length: 8 }, (_, i) => `--grid-${i}` as const);

/** The letter of a settled grid: A, B, ... Z, then A2, B2 ... */
export function gridLetter(grid: number): string {
  const round = Math.floor(grid / 26);
  return String.fromCharCode(65 + (grid % 26)) + (round > 0 ? round + 1 : "");
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

/** Whether the trajectories have reached more than one grid: only then do letters and hues say anything. */
export function hasSeveralGrids(views: readonly TrajectoryView[]): boolean {
  let first: number | null = null;
  for (const { grid } of views) {
    if (grid === null) continue;
    if (first === null) first = grid;
    else if (grid !== first) return true;
  }
  return false;
}

/** The custom property that colours a trajectory. Several valid grids get a hue each; the purple of "not valid" stays. */
export function viewVariable(view: Pick<TrajectoryView, "outcome" | "grid">, several: boolean): `--${string}` {
  if (several && isValidOutcome(view.outcome) && view.grid !== null)
    return GRID_HUES[view.grid % GRID_HUES.length] ?? OUTCOMES[view.outcome].variable;
  return OUTCOMES[view.outcome].variable;
}
