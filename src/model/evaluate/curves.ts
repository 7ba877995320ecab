import type { Scales } from "../analysis/scales";
import { type Share, wilson } from "../analysis/wilson";
import type { Judged } from "./judge";

/** The share of puzzles that a breadth solves, at each depth of the scales. */
export interface Curve {
  readonly breadth: number;
  /** [depths.length] */
  readonly shares: readonly Share[];
}

/** Accuracy by depth, a curve for each breadth, over the puzzles answered so far. */
export function curvesOf(judged: readonly Judged[], { depths, breadths }: Scales): Curve[] {
  return breadths.map((breadth, column) => ({
    breadth,
    shares: depths.map((_, row) => {
      const entry = row * breadths.length + column;
      return wilson(judged.filter(({ marks }) => marks[entry]).length, judged.length);
    }),
  }));
}
