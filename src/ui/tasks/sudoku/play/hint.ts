import { rankAt, type Select } from "../../../../model/eqr/recipe/selection";
import { confidenceAt, decodedAt, isSettled, type RunRecord } from "../../../../model/eqr/record/record";
import type { Digits } from "../../../../model/tasks/sudoku/grid";
import { formatPercent } from "../../../../viz/format";
import { say } from "../../../../words/say";
import type { Work } from "./work";

/** The cell that the network is surest of, of those that a person has not filled; or why it gives no hint. */
export type Hint =
  | {
      readonly kind: "cell";
      readonly cell: number;
      readonly digit: number;
      /** Softmax of the digit, 0 ... 1. */
      readonly sure: number;
      /** The iteration from which on it decoded to this digit, and to no other. */
      readonly since: number;
      /** Digits that starts decoded to in this cell on their way, ascending; the believed one among them. */
      readonly weighed: readonly number[];
    }
  | { readonly kind: "none"; readonly why: string };

export interface HintQuestion {
  /** The run of the puzzle on the board; null while there is none. */
  readonly record: RunRecord | null;
  readonly rule: Select;
  readonly givens: Digits;
  readonly work: Work;
}

/**
 * Asks the best start by the rule, at the newest iteration of the run. It gives a hint only at rest, with its halting
 * logit above 0, and where no digit of the person's contradicts it: else it believes nothing about this board.
 */
export function hintOf({ record, rule, givens, work }: HintQuestion): Hint {
  const k = (record?.frames.length ?? 0) - 1;
  if (!record || k < 1) return none(say`The network has not run on this puzzle yet.`);
  const [best = 0] = rankAt(record, k, rule);
  const over = record.end !== null || k >= record.recipe.depth;
  if (!isSettled(record, best, k))
    return none(
      over
        ? say`No hint: the network has not come to rest on this puzzle, so it believes nothing yet. More depth may help.`
        : say`No hint yet: after ${k} iterations the network has not come to rest. Let the run go on.`,
    );
  const q = record.frames[k]?.q[best] ?? Number.NaN;
  if (!(q > 0))
    return none(
      say`No hint: the network is at rest, but does not believe its own grid (its halting logit q is below 0).`,
    );
  const [decoded, confidence] = [decodedAt(record, best, k), confidenceAt(record, best, k)];
  const cells = [...givens.keys()].filter((cell) => givens[cell] === 0);
  const against = cells.filter((cell) => work.digits[cell] && work.digits[cell] !== decoded[cell]).length;
  if (against > 0)
    return none(
      say`No hint: ${against === 1 ? say`one of your digits contradicts` : say`${against} of your digits contradict`} what the network believes. Check compares them with the solution.`,
    );
  const open = cells.filter((cell) => !work.digits[cell]);
  if (open.length === 0) return none(say`Every cell is filled.`);
  const most = Math.max(...open.map((cell) => confidence[cell] ?? 0));
  // At rest many cells are equally sure: of them, the one decided first.
  const first = open
    .filter((cell) => confidence[cell] === most)
    .map((cell) => ({ cell, since: decidedSince(record, best, cell) }))
    .reduce((a, b) => (b.since < a.since ? b : a));
  const digit = decoded[first.cell] ?? 0;
  return { kind: "cell", ...first, digit, sure: most / 255, weighed: weighed(record, first.cell, digit) };
}

/** How much a hint gives away: where, which digits it may be, the digit. */
export const STRENGTHS = ["where", "which", "digit"] as const;
export type Strength = (typeof STRENGTHS)[number];

/** A hint as the network's belief. `name` is the cell's. */
export function hintText(hint: Hint, strength: Strength, name: string): string {
  if (hint.kind === "none") return hint.why;
  const { digit, sure, since, weighed } = hint;
  switch (strength) {
    case "where":
      return say`The network is surest of ${name}: ${formatPercent(sure)}, unchanged since iteration ${since}.`;
    case "which":
      return weighed.length > 1
        ? say`In ${name} its starts weighed ${listed(weighed)}; it believes in one of them.`
        : say`In ${name} its starts weighed one digit only.`;
    case "digit":
      return say`It believes that ${name} is ${digit}. This is a belief, not a deduction.`;
  }
}

function none(why: string): Hint {
  return { kind: "none", why };
}

function decidedSince(record: RunRecord, trajectory: number, cell: number): number {
  let k = record.frames.length - 1;
  const digit = decodedAt(record, trajectory, k)[cell];
  while (k > 1 && decodedAt(record, trajectory, k - 1)[cell] === digit) k--;
  return k;
}

/** The iteration 0 is noise: what starts decode to there was weighed by nobody. */
function weighed(record: RunRecord, cell: number, digit: number): readonly number[] {
  const seen = new Set([digit]);
  for (let k = 1; k < record.frames.length; k++)
    for (let t = 0; t < record.recipe.breadth; t++) {
      const decoded = decodedAt(record, t, k)[cell];
      if (decoded) seen.add(decoded);
    }
  return [...seen].sort((a, b) => a - b);
}

function listed(digits: readonly number[]): string {
  return say`${digits.slice(0, -1).join(", ")} and ${digits.at(-1) ?? ""}`;
}
