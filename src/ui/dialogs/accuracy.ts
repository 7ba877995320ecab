import { wilson } from "../../model/analysis/wilson";
import type { Accuracy } from "../../model/eqr/card";
import { NUDGE } from "../../model/eqr/nudges/nudge";
import { formatShare } from "../../viz/format";
import type { TermName } from "../glossary";

/** A figure of a measurement: as text, or with a note that qualifies it; null where it was not measured. */
export type FigureValue = string | { readonly main: string; readonly note: string } | null;

export interface Figure {
  readonly name: string;
  readonly term?: TermName;
  readonly of: (row: Accuracy) => FigureValue;
}

const CHOSEN_BY = { residual: "smallest residual", q: "largest q", vote: "majority vote" } as const;

/** What a card may tell of a measurement, in the order of the table. Every share carries n and its interval. */
export const FIGURES: readonly Figure[] = [
  { name: "solved exactly", of: ({ solved, puzzles }) => shareOf(solved, puzzles, "puzzles") },
  {
    name: "wrong among accepted",
    term: "accepted",
    of: ({ accepted, wronglyAccepted }) =>
      accepted === undefined || wronglyAccepted === undefined ? null : shareOf(wronglyAccepted, accepted, "accepted"),
  },
  {
    name: "right among settled",
    term: "settled",
    // Under noise nothing settles: there is no such share.
    of: ({ settled, wronglySettled }) =>
      settled === undefined || wronglySettled === undefined || settled === 0
        ? null
        : shareOf(settled - wronglySettled, settled, "settled"),
  },
  { name: "compute, mean", of: ({ meanGflop }) => gflop(meanGflop) },
  { name: "compute, 99th percentile", of: ({ gflop99 }) => gflop(gflop99) },
  {
    name: "starts × depth",
    of: ({ kind, breadth, depth, budget }) =>
      budget === undefined && kind === "pure"
        ? `${breadth} × ${depth}`
        : `${(budget ?? breadth * depth).toLocaleString("en")} iterations at most`,
  },
  {
    name: "chosen by",
    of: ({ breadth, select, kind }) =>
      kind === "nudged" ? `q > ${NUDGE.accept}` : breadth > 1 ? CHOSEN_BY[select] : null,
  },
  { name: "λ, σ", of: ({ lambda, sigma }) => `${lambda}, ${sigma}` },
  { name: "hypotheses a cycle", term: "cycle", of: ({ nudges = 0 }) => (nudges > 0 ? `up to ${nudges}` : null) },
];

/** The sets of a card, each with its measurements: pure ones first, then by depth and breadth. */
export function bySet(rows: readonly Accuracy[]): Map<string, Accuracy[]> {
  const sets = new Map<string, Accuracy[]>();
  for (const row of rows) sets.set(row.set, [...(sets.get(row.set) ?? []), row]);
  for (const of of sets.values())
    of.sort((a, b) => kindRank(a) - kindRank(b) || a.breadth - b.breadth || a.depth - b.depth);
  return sets;
}

function kindRank({ kind }: Accuracy): number {
  return kind === "pure" ? 0 : 1;
}

function shareOf(count: number, n: number, what: string): FigureValue {
  if (n === 0) return null;
  const { share, low, high } = wilson(count, n);
  return {
    main: formatShare(share),
    note: `${formatShare(low)}–${formatShare(high)}, ${count} of ${n.toLocaleString("en")} ${what}`,
  };
}

function gflop(value: number | undefined): FigureValue {
  if (value === undefined) return null;
  return `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en")} GFLOP`;
}
