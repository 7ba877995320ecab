import type { TrialTable } from "./trialTable";
import { type Share, wilson } from "./wilson";

/** The share of groups of `breadth` starts whose best, by smallest residual, is right at `depth`. */
export interface GridCell extends Share {
  readonly depth: number;
  readonly breadth: number;
}

/**
 * Depth x breadth, row by row of breadths, from one table of starts. A group is `breadth` consecutive starts of one puzzle;
 * groups share no start, so that they are independent given the puzzle. Of several puzzles the first group of each counts
 * alone: there the cases are puzzles. A group whose starts are not all known at a depth is left out.
 */
export function depthBreadth(table: TrialTable, breadths: readonly number[]): GridCell[] {
  return breadths.flatMap((breadth) =>
    table.depths.map((depth, column) => {
      const answers = groupsOf(table, breadth).flatMap((at) => answerOf(table, at, breadth, column) ?? []);
      return { depth, breadth, ...wilson(answers.filter((right) => right).length, answers.length) };
    }),
  );
}

/** 1, 2, 4 ... up to the number of starts. */
export function breadthsUpTo(starts: number): number[] {
  return starts < 1 ? [] : Array.from({ length: Math.floor(Math.log2(starts)) + 1 }, (_, i) => 2 ** i);
}

/** Where each group begins: indices of starts, over all puzzles. */
function groupsOf({ puzzles, starts }: TrialTable, breadth: number): number[] {
  const each = Math.floor(starts / breadth);
  if (puzzles === 1) return Array.from({ length: each }, (_, i) => i * breadth);
  return each === 0 ? [] : Array.from({ length: puzzles }, (_, puzzle) => puzzle * starts);
}

/** Whether the start of smallest residual is right; null while a residual is missing. Validity is not used to choose. */
function answerOf(table: TrialTable, at: number, breadth: number, column: number): boolean | null {
  let least = Number.POSITIVE_INFINITY;
  let right = false;
  for (let start = at; start < at + breadth; start++) {
    const entry = start * table.depths.length + column;
    const residual = table.residual[entry] ?? Number.NaN;
    if (Number.isNaN(residual)) return null;
    if (residual >= least) continue;
    least = residual;
    right = table.right[entry] === 1;
  }
  return right;
}

/** The starts of two tables of one puzzle and the same depths, one after the other. */
export function joinStarts(a: TrialTable, b: TrialTable): TrialTable {
  return {
    ...a,
    starts: a.starts + b.starts,
    residual: Float32Array.of(...a.residual, ...b.residual),
    right: Uint8Array.of(...a.right, ...b.right),
    settledAt: Int32Array.of(...a.settledAt, ...b.settledAt),
  };
}
