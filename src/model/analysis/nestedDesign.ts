import type { Scales } from "./scales";

/** The cells of depth x breadth that are measured within a budget, and how deep each start runs for them. */
export interface NestedDesign extends Scales {
  /** [breadths.length] how many of the depths a breadth is measured at, from the first on; never rising, never 0. */
  readonly measured: readonly number[];
  /** [largest breadth] iterations of each start at most. */
  readonly depthOf: readonly number[];
}

/**
 * All cells that cost no more than `budget` iterations per puzzle, depth x breadth. They share their starts: the first b
 * starts are the run of breadth b, so a start runs as deep as the deepest cell that it is part of. Breadths that the budget
 * does not pay a single iteration for are left out.
 */
export function nestedDesign({ depths, breadths }: Scales, budget: number): NestedDesign {
  const affordable = breadths.filter((breadth) => depths.some((depth) => depth * breadth <= budget));
  const measured = affordable.map((breadth) => depths.filter((depth) => depth * breadth <= budget).length);
  const widest = affordable.at(-1) ?? 0;
  return {
    depths,
    breadths: affordable,
    measured,
    depthOf: Array.from({ length: widest }, (_, start) => {
      const narrowest = affordable.findIndex((breadth) => breadth > start);
      return depths[(measured[narrowest] ?? 0) - 1] ?? 0;
    }),
  };
}

/** Iterations of a puzzle at most: of one whose starts never rest. */
export function mostIterations({ depthOf }: NestedDesign): number {
  return depthOf.reduce((a, b) => a + b, 0);
}
