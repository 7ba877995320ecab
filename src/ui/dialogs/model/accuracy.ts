import { wilson } from "../../../model/analysis/wilson";
import type { Accuracy, ModelCard } from "../../../model/eqr/model/card";
import { NUDGE } from "../../../model/eqr/nudges/nudge";
import type { BreadthKind } from "../../../model/eqr/recipe/presets";
import { formatCount, formatShare } from "../../../viz/format";
import { counted, fixed, local, say } from "../../../words/say";
import type { TermName } from "../../glossary";

/** A figure of a measurement, with a note that qualifies it; null where it was not measured. */
export type FigureValue = { readonly main: string; readonly note: string } | null;

export interface Figure {
  readonly name: string;
  readonly term?: TermName;
  readonly of: (row: Accuracy) => FigureValue;
}

const CHOSEN_BY = { residual: say`smallest residual`, q: say`largest q`, vote: say`majority vote` } as const;

/** What was measured, in the order of the columns. Every share carries n and its interval. */
export const FIGURES: readonly Figure[] = [
  { name: say`solved exactly`, of: ({ solved, puzzles }) => shareOf(solved, puzzles, say`puzzles`) },
  {
    name: say`wrong among accepted`,
    term: "accepted",
    of: ({ accepted, wronglyAccepted }) =>
      accepted === undefined || wronglyAccepted === undefined
        ? null
        : shareOf(wronglyAccepted, accepted, say`accepted`),
  },
  {
    name: say`right among settled`,
    term: "settled",
    // Where nothing settled there is no such share.
    of: ({ settled, wronglySettled }) =>
      settled === undefined || wronglySettled === undefined || settled === 0
        ? null
        : shareOf(settled - wronglySettled, settled, say`settled`),
  },
  {
    name: say`compute, mean`,
    of: ({ meanGflop, gflop99 }) =>
      meanGflop === undefined
        ? null
        : { main: gflop(meanGflop), note: gflop99 === undefined ? "" : say`99 % of them at most ${gflop(gflop99)}` },
  },
];

/** How a figure was measured: the extent of the search, and its settings. */
export function howMeasured(row: Accuracy): { readonly extent: string; readonly settings: string } {
  const { kind, breadth, depth, budget, lambda, sigma, select, nudges = 0, command } = row;
  const extent =
    budget === undefined && kind === "pure"
      ? `${breadth} × ${formatCount(depth)}`
      : say`${formatCount(budget ?? breadth * depth)} iterations at most`;
  const chosen = kind === "nudged" ? [say`q > ${NUDGE.accept} at rest`] : breadth > 1 ? [CHOSEN_BY[select]] : [];
  const hypotheses = nudges > 0 ? [say`up to ${nudges} hypotheses a cycle`] : [];
  const by = command === undefined ? [] : [say`by ${command}`];
  return { extent, settings: [...chosen, `λ ${local(lambda)}, σ ${local(sigma)}`, ...hypotheses, ...by].join("; ") };
}

/** The sets of puzzles that any of the models was measured on, in the order of the cards. */
export function setsOf(cards: readonly ModelCard[]): string[] {
  return [...new Set(cards.flatMap(({ accuracy }) => accuracy.map(({ set }) => set)))];
}

/** Measurements by kind of breadth, which are never mixed: pure ones first, each kind by breadth and depth. */
export function byKind(rows: readonly Accuracy[]): (readonly [BreadthKind, readonly Accuracy[]])[] {
  return (["pure", "nudged"] as const).flatMap((kind) => {
    const of = rows.filter((row) => row.kind === kind).sort((a, b) => a.breadth - b.breadth || a.depth - b.depth);
    return of.length > 0 ? [[kind, of] as const] : [];
  });
}

function shareOf(count: number, n: number, what: string): FigureValue {
  if (n === 0) return null;
  const { share, low, high } = wilson(count, n);
  return {
    main: formatShare(share),
    note: say`${formatShare(low)}–${formatShare(high)}, ${count} of ${counted(n)} ${what}`,
  };
}

function gflop(value: number): string {
  return say`${value < 10 ? fixed(value, 1) : counted(Math.round(value))} GFLOP`;
}
